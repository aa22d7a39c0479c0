import { css } from 'lit';

export const composerStyles = css`
  .drop {
    position: absolute;
    inset: 8px;
    display: grid;
    place-items: center;
    padding: var(--_space-4);
    border: 2px dashed var(--_color-accent-text);
    border-radius: var(--_radius);
    background: var(--_color-raised);
    font-weight: var(--_weight-strong);
    opacity: 0.95;
    pointer-events: none;
    text-align: center;
  }

  .problem {
    color: var(--_color-danger-text);
    font-size: var(--_text-s);
  }

  .problem:not(:empty) {
    padding: 0 var(--_space-1) var(--_space-2);
  }

  .composer {
    flex: none;
    padding: var(--_space-2) var(--_space-2) var(--_space-1);
    border-block-start: 1px solid var(--_color-line);
  }

  .field {
    display: flex;
    align-items: flex-end;
    gap: var(--_space-2);
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: min(9.5em, 30cqb);
    margin: 0;
    padding: 10px var(--_space-3);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_field-radius);
    background: var(--_color-field);
    color: inherit;
    font: inherit;
    line-height: 1.4;
    resize: none;
    /* Its placeholder, too, may need a second line. */
    field-sizing: content;
  }

  textarea::placeholder {
    color: var(--_color-text-quiet);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  .foot {
    display: flex;
    align-items: center;
    min-block-size: 36px;
    padding-inline-start: var(--_space-1);
    color: var(--_color-text-quiet);
    font-size: var(--_text-xs);
  }

  #hint {
    flex: 1;
  }

  /* Of keys that are not there. */
  @media (pointer: coarse) {
    .keys:not(.few) {
      visibility: hidden;
    }
  }

  .few {
    color: var(--_color-warning-text);
    font-weight: var(--_weight-strong);
    font-variant-numeric: tabular-nums;
  }

  .quiet {
    min-block-size: 36px;
    background: none;
    color: var(--_color-text-quiet);
  }

  .quiet[aria-pressed='true'] {
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }
`;
