import { css } from 'lit';

export const composerStyles = css`
  .drop {
    position: absolute;
    inset: 8px;
    display: grid;
    place-items: center;
    padding: 16px;
    border: 2px dashed var(--visio-color-accent-text);
    border-radius: var(--visio-radius);
    background: var(--visio-color-raised);
    font-weight: 600;
    opacity: 0.95;
    pointer-events: none;
    text-align: center;
  }

  .problem {
    color: var(--visio-color-danger-text);
    font-size: var(--visio-text-s);
  }

  .problem:not(:empty) {
    padding: 0 4px 8px;
  }

  .composer {
    flex: none;
    padding: 8px 8px 4px;
    border-block-start: 1px solid var(--visio-color-line);
  }

  .field {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: min(9.5em, 30cqb);
    margin: 0;
    padding: 10px 12px;
    border: 1px solid var(--visio-color-line-strong);
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-field);
    color: inherit;
    font: inherit;
    line-height: 1.4;
    resize: none;
  }

  textarea::placeholder {
    color: var(--visio-color-text-quiet);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 36px;
    padding-inline-start: 4px;
    color: var(--visio-color-text-quiet);
    font-size: calc(var(--visio-font-size) * 0.75);
  }

  .few {
    color: var(--visio-color-warning-text);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .save {
    min-block-size: 36px;
    background: none;
    color: var(--visio-color-text-quiet);
  }

  .save .icon {
    inline-size: 18px;
    block-size: 18px;
  }
`;
