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
    gap: 16px;
    block-size: 100%;
    padding: 16px;
    background: color-mix(in oklch, var(--visio-color-sunken) 88%, transparent);
    text-align: center;
    pointer-events: auto;
  }

  .note > .icon {
    inline-size: 40px;
    block-size: 40px;
    color: var(--visio-color-text-quiet);
  }

  .note p {
    max-inline-size: 36ch;
    text-wrap: balance;
  }
`;
