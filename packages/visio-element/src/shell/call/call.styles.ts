import { css } from 'lit';

export const callStyles = css`
  :host {
    display: block;
    block-size: 100%;
    /* People are seen best in a dark room, whatever the page around it. */
    color-scheme: var(--visio-call-scheme, dark);
  }

  .call {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    block-size: 100%;
    background: var(--visio-color-sunken);
    color: var(--visio-color-text);
    outline: none;
  }
`;
