import { css } from 'lit';

/** What stands where nothing is, in the middle of it: an icon, a title, and what could be done. */
export const emptyStyles = css`
  .empty {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 24px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    text-align: center;
    text-wrap: balance;
  }

  .empty .icon {
    inline-size: 36px;
    block-size: 36px;
    margin-block-end: 6px;
    stroke-width: 1.4;
  }

  .empty .title {
    color: var(--visio-color-text);
    font-size: var(--visio-text-m);
    font-weight: 600;
  }
`;
