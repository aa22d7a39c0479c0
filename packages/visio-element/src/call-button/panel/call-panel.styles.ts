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
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-l);
    overflow: hidden;
    box-shadow: var(--_shadow);
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
    gap: var(--_space-2);
    padding: var(--_space-1) 6px;
    border-block-end: 1px solid var(--_color-line);
    background: var(--_color-raised);
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
    border-radius: var(--_radius-m);
    background: none;
    cursor: pointer;
  }

  .grip {
    flex: 1 1 auto;
    gap: var(--_space-2);
    min-inline-size: 0;
    min-block-size: 36px;
    padding: var(--_space-1) var(--_space-2);
    cursor: inherit;
    font-weight: var(--_weight-strong);
  }

  .grip span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .calling {
    flex: 0 1 auto;
    overflow: hidden;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
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
    background: var(--_color-control);
  }

  .body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }

  .pill {
    gap: var(--_space-1);
    padding: var(--_space-1);
  }

  .restore {
    gap: var(--_space-2);
    min-inline-size: 0;
    min-block-size: 40px;
    padding: var(--_space-1) var(--_space-3);
    border-radius: 24px;
    font-weight: var(--_weight-strong);
    text-align: start;
  }

  .joined .restore {
    color: var(--_color-success-text);
  }

  .time {
    font-variant-numeric: tabular-nums;
  }

  .leave {
    min-block-size: 40px;
    padding: var(--_space-1) var(--_space-4);
    border-radius: 24px;
    background: var(--_color-danger);
    color: var(--_color-on-danger);
    font-weight: var(--_weight-strong);
  }

  .leave:hover {
    background: var(--_color-danger-hover);
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
