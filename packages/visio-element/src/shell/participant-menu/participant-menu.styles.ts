import { css } from 'lit';

export const participantMenuStyles = css`
  :host {
    display: contents;
  }

  .menu {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    min-inline-size: min(200px, calc(100vw - 16px));
    max-inline-size: min(320px, calc(100vw - 16px));
    margin: 0;
    padding: 6px;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) + 2px);
    background: var(--visio-color-raised);
    box-shadow: var(--visio-shadow);
    color: var(--visio-color-text);
    overflow-y: auto;
    overscroll-behavior: contain;
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
    justify-content: flex-start;
    gap: 12px;
    inline-size: 100%;
    padding-inline: 10px;
    background: none;
    font-weight: 400;
    text-align: start;
  }

  .item:hover,
  .item:focus-visible {
    background: var(--visio-color-control);
  }

  .item:focus-visible {
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
