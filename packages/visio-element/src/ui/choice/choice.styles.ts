import { css } from 'lit';

/** A few choices that each want a sentence: framed, the chosen one with a frame of the accent. */
export const choiceStyles = css`
  fieldset {
    display: grid;
    gap: var(--_space-2);
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: var(--_space-2);
    padding: 0;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
  }

  .choice {
    display: flex;
    gap: var(--_space-3);
    padding: 10px var(--_space-3);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    cursor: pointer;
    transition: border-color var(--_time);
  }

  .choice:hover {
    border-color: var(--_color-line-strong);
  }

  .choice:has(:checked) {
    border-color: var(--_color-accent-text);
    box-shadow: inset 0 0 0 1px var(--_color-accent-text);
  }

  .choice:has(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  input {
    flex: none;
    outline: none;
    accent-color: var(--_color-accent-text);
  }

  .words {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .name {
    font-weight: var(--_weight-strong);
  }

  .hint {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }
`;
