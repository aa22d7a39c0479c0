import { css } from 'lit';

export const popupStyles = css`
  :host {
    display: contents;
  }

  .popup {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    min-inline-size: min(240px, calc(100vw - 16px));
    max-inline-size: min(360px, calc(100vw - 16px));
    margin: 0;
    padding: 8px;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) + 4px);
    outline: none;
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

  .item.on .icon {
    color: var(--visio-color-accent-text);
  }

  .item .count {
    margin-inline-start: auto;
    color: var(--visio-color-text-quiet);
    font-variant-numeric: tabular-nums;
  }
`;
