import { css } from 'lit';

/** What opens from a button and lies over everything; its element puts it in its place. */
export const floatingStyles = css`
  :host {
    display: contents;
  }

  .floating {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    margin: 0;
    border: 1px solid var(--visio-color-line);
    background: var(--visio-color-raised);
    box-shadow: var(--visio-shadow);
    color: var(--visio-color-text);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
`;

/** Entries of a menu, one below the other. */
export const itemStyles = css`
  .item {
    justify-content: flex-start;
    gap: 12px;
    inline-size: 100%;
    padding-inline: 12px;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .item:hover {
    background: var(--visio-color-control);
  }
`;
