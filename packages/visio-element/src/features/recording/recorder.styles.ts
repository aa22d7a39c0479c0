import { css } from 'lit';

export const recorderStyles = css`
  :host {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-2) var(--_space-5) var(--_space-5);
  }

  fieldset {
    min-inline-size: 0;
  }

  .choice {
    align-items: center;
  }

  .with:has(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  .choice .icon {
    color: var(--_color-text-quiet);
  }

  .choice:has(:checked) .icon {
    color: var(--_color-accent-text);
  }

  input {
    inline-size: 20px;
    block-size: 20px;
  }

  .note {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .spoken {
    display: grid;
    gap: 6px;
    font-weight: 600;
  }

  .spoken select {
    inline-size: 100%;
    border: 1px solid var(--_color-line-strong);
    border-radius: calc(var(--_radius) - 2px);
    background: var(--_color-field);
  }

  .with {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 32px;
    padding-inline: 13px;
    border-radius: var(--_radius-s);
    cursor: pointer;
  }

  .note,
  .failure {
    display: flex;
    gap: 10px;
  }

  .failure {
    color: var(--_color-danger-text);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: var(--_space-2);
  }

  @container (width < 400px) {
    .actions {
      display: grid;
      justify-content: stretch;
    }
  }
`;
