import { css } from 'lit';

export const recorderStyles = css`
  :host {
    display: grid;
    gap: 16px;
    padding: 8px 20px 20px;
  }

  fieldset {
    display: grid;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 8px;
    padding: 0;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    font-weight: 600;
  }

  .choice {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 10px 12px;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) - 2px);
    cursor: pointer;
    transition: border-color var(--visio-duration);
  }

  .choice:hover {
    border-color: var(--visio-color-line-strong);
  }

  .choice:has(:checked) {
    border-color: var(--visio-color-accent-text);
    box-shadow: inset 0 0 0 1px var(--visio-color-accent-text);
  }

  .choice:has(:focus-visible),
  .with:has(:focus-visible) {
    outline: 2px solid var(--visio-color-focus);
    outline-offset: 2px;
  }

  .choice .icon {
    color: var(--visio-color-text-quiet);
  }

  .choice:has(:checked) .icon {
    color: var(--visio-color-accent-text);
  }

  input {
    flex: none;
    inline-size: 20px;
    block-size: 20px;
    outline: none;
    accent-color: var(--visio-color-accent-text);
  }

  .words {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .name {
    font-weight: 600;
  }

  .hint,
  .note {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .with {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 32px;
    padding-inline: 13px;
    border-radius: 6px;
    cursor: pointer;
  }

  .note,
  .failure {
    display: flex;
    gap: 10px;
  }

  .failure {
    color: var(--visio-color-danger-text);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 8px;
  }

  @container (width < 400px) {
    :host {
      padding-inline: 16px;
    }

    .actions {
      display: grid;
      justify-content: stretch;
    }
  }
`;
