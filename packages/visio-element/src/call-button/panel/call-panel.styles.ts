import { css } from 'lit';

export const panelStyles = css`
  /* Stronger than what a page says of popovers, or of everything. */
  :host {
    position: fixed !important;
    inset: auto var(--right, 16px) var(--bottom, 16px) auto !important;
    /* Where there is no top layer. */
    z-index: 2147483000 !important;
    display: block !important;
    box-sizing: border-box !important;
    inline-size: min(var(--_font-size) * 24, 100% - 16px) !important;
    block-size: min(var(--_font-size) * 34, 100% - 16px) !important;
    max-inline-size: none !important;
    max-block-size: none !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 1px solid var(--_color-line-strong) !important;
    border-radius: var(--_radius-l) !important;
    overflow: hidden !important;
    background: var(--_color-surface) !important;
    box-shadow: var(--_shadow) !important;
    transition: none !important;
    writing-mode: horizontal-tb !important;
  }

  :host([size='large']) {
    inline-size: min(var(--_font-size) * 64, 100% - 32px) !important;
    block-size: min(var(--_font-size) * 44, 100% - 32px) !important;
  }

  :host([minimised]) {
    inline-size: max-content !important;
    max-inline-size: calc(100% - 16px) !important;
    block-size: auto !important;
    border-radius: 28px !important;
  }

  /* What the page says of everything's type and writing ends here. */
  .window,
  .pill {
    all: initial;
    display: flex;
    color: var(--_color-text);
    color-scheme: inherit;
    font: 400 var(--_text-m) / 1.45 var(--_font);
  }

  .window {
    flex-direction: column;
    block-size: 100%;
  }

  .window:focus-visible {
    outline: 2px solid var(--_color-focus);
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

  .grip span,
  .calling {
    overflow-wrap: anywhere;
  }

  .calling {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
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
      inline-size: 100% !important;
      block-size: 100% !important;
      border: 0 !important;
      border-radius: 0 !important;
    }

    :host(:not([minimised])) .head {
      cursor: default;
    }

    .resize {
      display: none;
    }
  }
`;
