import { css } from 'lit';

export const participantMenuStyles = css`
  .menu {
    min-inline-size: min(200px, calc(100vw - 16px));
    max-inline-size: min(320px, calc(100vw - 16px));
    padding: 6px;
    border-radius: calc(var(--visio-radius) + 2px);
  }

  .title {
    padding: 6px 10px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .item {
    padding-inline: 10px;
  }

  .item:focus-visible {
    background: var(--visio-color-control);
    outline-offset: -2px;
  }

  .careful {
    color: var(--visio-color-danger-text);
  }

  hr {
    margin: 6px 4px;
    border: 0;
    border-block-start: 1px solid var(--visio-color-line);
  }
`;
