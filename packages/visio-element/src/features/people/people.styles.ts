import { css } from 'lit';

export const peopleStyles = css`
  :host {
    /* The heights that the list reckons with. */
    --head: calc(var(--visio-font-size) * 2.25);
    --row: max(calc(var(--visio-font-size) * 3.25), 48px);

    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  .trouble {
    flex: none;
    padding: 8px 16px;
    background: var(--visio-color-danger-soft);
    color: var(--visio-color-danger-text);
    font-size: var(--visio-text-s);
  }

  .scroller {
    position: relative;
    flex: 1;
    min-block-size: 0;
    overflow-x: hidden;
    overflow-y: auto;
    /* What is seen is held in its place here, and not by the browser. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    scroll-padding-block: var(--head) 8px;
    scrollbar-color: var(--visio-color-line-strong) transparent;
    scrollbar-width: thin;
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: 8px;
    block-size: var(--head);
    padding-inline: 16px 8px;
    background: var(--visio-color-surface);
  }

  .all {
    flex: none;
    min-block-size: 28px;
    margin-inline-start: auto;
    padding: 2px 8px;
    font-size: var(--visio-text-s);
  }

  .all:hover {
    background: var(--visio-color-control);
  }

  h3 {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
    margin: 0;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    font-weight: 600;
  }

  .count {
    min-inline-size: 22px;
    padding: 0 6px;
    border-radius: 999px;
    background: var(--visio-color-control);
    color: var(--visio-color-text);
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    text-align: center;
  }

  .rows {
    position: relative;
    block-size: calc(var(--count, 0) * var(--row));
  }

  .row {
    position: absolute;
    inset-inline: 0;
    inset-block-start: calc(var(--place, 0) * var(--row));
    display: block;
    block-size: var(--row);
  }

  .row:hover {
    background: color-mix(in srgb, var(--visio-color-control) 45%, transparent);
  }

  .row:focus-visible {
    border-radius: calc(var(--visio-radius) - 2px);
    outline-offset: -2px;
  }

  .wait {
    gap: 6px;
    font-size: var(--visio-text-s);
    text-wrap: balance;
  }

  .empty {
    block-size: 100%;
    overflow-wrap: anywhere;
  }

  visio-people-search,
  visio-invitation {
    flex: none;
  }

  @media (forced-colors: active) {
    .count {
      border: 1px solid CanvasText;
    }
  }
`;
