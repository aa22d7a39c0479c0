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
    border: 1px solid var(--_color-line);
    background: var(--_color-raised);
    box-shadow: var(--_shadow);
    color: var(--_color-text);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
`;

/** Entries of a menu, one below the other. */
export const itemStyles = css`
  .item {
    justify-content: flex-start;
    gap: var(--_space-3);
    inline-size: 100%;
    padding-inline: var(--_space-3);
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .item:hover {
    background: var(--_color-control);
  }
`;
