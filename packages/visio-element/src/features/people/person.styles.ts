import { css } from 'lit';

export const personStyles = css`
  :host {
    display: block;
  }

  .bad {
    color: var(--visio-color-warning-text);
    font-weight: 600;
  }

  .mark {
    display: flex;
    flex: none;
    align-items: center;
    gap: 4px;
    color: var(--visio-color-text-quiet);
  }

  .mark .icon {
    inline-size: 20px;
    block-size: 20px;
  }

  .hand {
    min-block-size: 26px;
    padding-inline: 6px 8px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--visio-color-control);
    color: var(--visio-color-text);
    font-size: var(--visio-text-s);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .hand .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  .speaks {
    color: var(--visio-color-speaking);
  }

  .speaks .icon {
    stroke-width: 2.5;
  }

  /* Without a button the marks end where the names of sections do. */
  .person:not(:has(.more)) {
    padding-inline-end: 16px;
  }

  .more {
    flex: none;
    inline-size: 40px;
    min-block-size: 40px;
    margin-inline-start: -4px;
    padding: 0;
    background: none;
    color: var(--visio-color-text-quiet);
  }

  .more:hover,
  .more[aria-expanded='true'] {
    background: var(--visio-color-control);
    color: var(--visio-color-text);
  }

  @media (forced-colors: active) {
    .hand {
      border-color: CanvasText;
    }
  }
`;
