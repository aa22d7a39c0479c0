import { css } from 'lit';

export const smallWindowNoteStyles = css`
  :host {
    display: block;
    block-size: 100%;
  }

  .note {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_space-4);
    block-size: 100%;
    padding: var(--_space-4);
    background: color-mix(in oklch, var(--_color-sunken) 88%, transparent);
    text-align: center;
    pointer-events: auto;
  }

  .note > .icon {
    color: var(--_color-text-quiet);
  }

  .note p {
    max-inline-size: 36ch;
    text-wrap: balance;
  }
`;
