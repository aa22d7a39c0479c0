import { css } from 'lit';

/** A few choices that each want a sentence: framed, the chosen one with a frame of the accent. */
export const choiceStyles = css`
  fieldset {
    display: grid;
    gap: 8px;
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

  .choice:has(:focus-visible) {
    outline: 2px solid var(--visio-color-focus);
    outline-offset: 2px;
  }

  input {
    flex: none;
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

  .hint {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }
`;
