import { css } from 'lit';

export const popupStyles = css`
  .popup {
    min-inline-size: min(240px, 100% - 16px);
    max-inline-size: min(360px, 100% - 16px);
    padding: var(--_space-2);
    border-radius: var(--_radius-xl);
    outline: none;
  }
`;

/** What entries of the bar's menu have besides the look of all entries. */
export const moreMenuStyles = css`
  .item.on .icon {
    color: var(--_color-accent-text);
  }

  .item .count {
    margin-inline-start: auto;
    color: var(--_color-text-quiet);
    font-variant-numeric: tabular-nums;
  }
`;
