import { css } from 'lit';

export const newsStyles = css`
  :host {
    display: grid;
    justify-items: center;
    inline-size: 100%;
  }

  .news {
    inline-size: min(420px, 100%);
  }

  .news > .icon {
    color: var(--visio-color-accent-text);
  }

  .from {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: var(--visio-text-s);
  }

  .from bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .count {
    flex: none;
    color: var(--visio-color-text-quiet);
  }

  .start {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
`;
