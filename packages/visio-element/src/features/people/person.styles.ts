import { css } from 'lit';

export const personStyles = css`
  :host {
    display: block;
  }

  .bad {
    color: var(--_color-warning-text);
    font-weight: var(--_weight-strong);
  }

  .mark {
    display: flex;
    flex: none;
    align-items: center;
    gap: var(--_space-1);
    color: var(--_color-text-quiet);
  }

  .hand {
    min-block-size: 26px;
    padding-inline: 6px var(--_space-2);
    border: 1px solid transparent;
    border-radius: 999px;
    background: var(--_color-control);
    color: var(--_color-text);
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
    font-variant-numeric: tabular-nums;
  }

  .speaks {
    color: var(--_color-speaking);
  }

  /* Without a button the marks end where the names of sections do. */
  .person:not(:has(.more)) {
    padding-inline-end: var(--_space-4);
  }

  .more {
    flex: none;
    inline-size: 40px;
    min-block-size: 40px;
    margin-inline-start: -4px;
    padding: 0;
    background: none;
    color: var(--_color-text-quiet);
  }

  .more:hover,
  .more[aria-expanded='true'] {
    background: var(--_color-control);
    color: var(--_color-text);
  }

  @media (forced-colors: active) {
    .hand {
      border-color: CanvasText;
    }
  }
`;
