import { css } from 'lit';

export const recorderStyles = css`
  :host {
    display: grid;
    gap: 16px;
    padding: 8px 20px 20px;
  }

  fieldset {
    min-inline-size: 0;
  }

  .choice {
    align-items: center;
  }

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
    inline-size: 20px;
    block-size: 20px;
  }

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
