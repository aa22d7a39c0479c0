import { css } from 'lit';

/** What stands where nothing is, in the middle of it: an icon, a title, and what could be done. */
export const emptyStyles = css`
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: var(--_space-6);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    text-align: center;
    text-wrap: balance;
  }

  .empty .icon {
    margin-block-end: 6px;
  }

  .empty .title {
    color: var(--_color-text);
    font-size: var(--_text-m);
    font-weight: var(--_weight-strong);
  }
`;
