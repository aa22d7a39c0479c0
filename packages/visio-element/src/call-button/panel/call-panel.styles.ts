import { css } from 'lit';

export const panelStyles = css`
  /* Stronger than what a page says of popovers in general. */
  :host {
    position: fixed !important;
    inset: auto var(--right, 16px) var(--bottom, 16px) auto !important;
    /* Where there is no top layer. */
    z-index: 2147483000;
    display: block;
    inline-size: min(24rem, 100vw - 16px);
    block-size: min(34rem, 100vh - 16px);
    max-inline-size: none;
    max-block-size: none;
    margin: 0 !important;
    padding: 0 !important;
    border: 1px solid var(--visio-color-line-strong);
    border-radius: calc(var(--visio-radius) + 2px);
    overflow: hidden;
    box-shadow: var(--visio-shadow);
  }

  :host([size='large']) {
    inline-size: min(64rem, 100vw - 32px);
    block-size: min(44rem, 100vh - 32px);
  }

  :host([minimised]) {
    inline-size: max-content;
    max-inline-size: calc(100vw - 16px);
    block-size: auto;
    border-radius: 28px;
  }

  .window {
    display: flex;
    flex-direction: column;
    block-size: 100%;
  }

  .window:focus-visible {
    outline-offset: -2px;
  }

  .head,
  .pill,
  .grip,
  .restore,
  .buttons {
    display: flex;
    align-items: center;
  }

  .head,
  .pill {
    touch-action: none;
    cursor: grab;
    user-select: none;
  }

  .head {
    flex: none;
    gap: 8px;
    padding: 4px 6px;
    border-block-end: 1px solid var(--visio-color-line);
    background: var(--visio-color-raised);
  }

  .head:active,
  .pill:active {
    cursor: grabbing;
  }

  .grip,
  .restore,
  .tool,
  .leave {
    border: 1px solid transparent;
    border-radius: 8px;
    background: none;
    cursor: pointer;
  }

  .grip {
    flex: 1 1 auto;
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: 4px 8px;
    cursor: inherit;
    font-weight: 600;
  }

  .grip span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .calling {
    flex: 0 1 auto;
    overflow: hidden;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .buttons {
    flex: none;
    margin-inline-start: auto;
  }

  .tool {
    display: grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
  }

  .tool:hover,
  .restore:hover {
    background: var(--visio-color-control);
  }

  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }

  .pill {
    gap: 4px;
    padding: 4px;
  }

  .restore {
    gap: 8px;
    min-inline-size: 0;
    min-block-size: 40px;
    padding: 4px 12px;
    border-radius: 24px;
    font-weight: 600;
    text-align: start;
  }

  .joined .restore {
    color: var(--visio-color-success-text);
  }

  .time {
    font-variant-numeric: tabular-nums;
  }

  .leave {
    min-block-size: 40px;
    padding: 4px 16px;
    border-radius: 24px;
    background: var(--visio-color-danger);
    color: var(--visio-color-on-danger);
    font-weight: 600;
  }

  .leave:hover {
    background: var(--visio-color-danger-hover);
  }

  /* A small screen is the call's. */
  @media (max-width: 36rem), (max-height: 30rem) {
    :host(:not([minimised])) {
      inset: 0 !important;
      inline-size: 100vw;
      block-size: 100vh;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }

    :host(:not([minimised])) .head {
      cursor: default;
    }

    .resize {
      display: none;
    }
  }
`;
