import { css } from 'lit';

export const meetingStyles = css`
  :host {
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    block-size: 100%;
    /* A window that is lower, as one that is zoomed into, is the limit. */
    min-block-size: min(24rem, 100vh);
    overflow: hidden;
  }

  :host([hidden]) {
    display: none;
  }

  /* What the page says of all its elements ends here, but for what it says of this one. */
  .frame {
    all: initial;
    position: relative;
    display: block;
    container: visio-meeting / size;
    block-size: 100%;
    min-block-size: inherit;
    /* Where a page took away the element's own size. */
    contain-intrinsic-size: 20rem 24rem;
    overflow: hidden;
    color: var(--_color-text, CanvasText);
    color-scheme: inherit;
    font: 1rem / 1.45 var(--_font, sans-serif);
    pointer-events: inherit;
    user-select: text;
    visibility: inherit;
  }

  /* What lies over it is not crossed by lines that the page draws through all of its text. */
  .frame > * {
    position: absolute;
    inset: 0;
  }

  /* Shown when the theme could not be had either. */
  .failure {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 1rem;
    block-size: 100%;
    padding: 1.5rem;
    text-align: center;
  }

  .failure p {
    margin: 0;
  }

  .failure button {
    min-block-size: 44px;
    padding-inline: var(--_space-5);
    border: 0;
    border-radius: 12px;
    background: #3a56d4;
    color: #fff;
    font: inherit;
    cursor: pointer;
  }

  .failure button:focus-visible {
    outline: 3px solid currentcolor;
    outline-offset: 2px;
  }
`;
