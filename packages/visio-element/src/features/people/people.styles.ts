import { css } from 'lit';

export const peopleStyles = css`
  :host {
    /* The heights that the list reckons with. */
    --head: calc(var(--_font-size) * 2.25);
    --row: max(calc(var(--_font-size) * 3.25), 48px);

    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  .trouble {
    flex: none;
    padding: var(--_space-2) var(--_space-4);
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
    font-size: var(--_text-s);
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
    scrollbar-color: var(--_color-line-strong) transparent;
    scrollbar-width: thin;
  }

  .head {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    block-size: var(--head);
    padding-inline: var(--_space-4) var(--_space-2);
    background: var(--_panel-background);
  }

  .all {
    min-block-size: 28px;
    margin-inline-start: auto;
    padding: 2px var(--_space-2);
    font-size: var(--_text-s);
  }

  .all:hover {
    background: var(--_color-control);
  }

  h3 {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-inline-size: 0;
    margin: 0;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
  }

  .count {
    min-inline-size: 22px;
    padding: 0 6px;
    border-radius: 999px;
    background: var(--_color-control);
    color: var(--_color-text);
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
    background: color-mix(in srgb, var(--_color-control) 45%, transparent);
  }

  .row:focus-visible {
    border-radius: var(--_radius-m);
    outline-offset: -2px;
  }

  .wait {
    gap: 6px;
    font-size: var(--_text-s);
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
