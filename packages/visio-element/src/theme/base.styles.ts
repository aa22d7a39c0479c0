import { css } from 'lit';

/**
 * What every element inside a meeting starts from: nothing of the page's type or spacing, one look for buttons,
 * one ring for focus.
 */
export const baseStyles = css`
  :host {
    /* What is placed inside stays inside. */
    position: relative;
    box-sizing: border-box;
    color: var(--visio-color-text);
    cursor: default;
    font: 400 var(--visio-text-m) / 1.45 var(--visio-font);
    font-variant: normal;
    hyphens: manual;
    letter-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-spacing: normal;
    -webkit-text-size-adjust: 100%;
  }

  :host([hidden]),
  [hidden] {
    display: none !important;
  }

  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }

  h2,
  p {
    margin: 0;
  }

  button,
  input,
  select {
    margin: 0;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }

  :focus-visible {
    outline: 2px solid var(--visio-color-focus);
    outline-offset: 2px;
  }

  .icon {
    display: block;
    flex: none;
    inline-size: calc(var(--visio-font-size) * 1.25);
    block-size: calc(var(--visio-font-size) * 1.25);
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }

  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-block-size: 44px;
    padding: 8px 16px;
    /* Seen in forced colours only. */
    border: 1px solid transparent;
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-control);
    cursor: pointer;
    font-weight: 600;
    line-height: 1.25;
    text-align: center;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
    transition: background-color var(--visio-duration);
    user-select: none;
  }

  .button:hover {
    background: var(--visio-color-control-hover);
  }

  .button:active {
    filter: brightness(0.92);
  }

  .primary {
    background: var(--visio-color-accent);
    color: var(--visio-color-on-accent);
  }

  .primary:hover {
    background: var(--visio-color-accent-hover);
  }

  .danger {
    background: var(--visio-color-danger);
    color: var(--visio-color-on-danger);
  }

  .danger:hover {
    background: var(--visio-color-danger-hover);
  }

  .off {
    background: var(--visio-color-danger-soft);
    color: var(--visio-color-danger-text);
  }

  .off:hover {
    background: var(--visio-color-danger-soft-hover);
  }

  .plain {
    background: none;
    color: var(--visio-color-accent-text);
  }

  .square {
    inline-size: 44px;
    padding: 0;
  }

  .button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.55;
  }

  .wait {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    block-size: 100%;
    padding: 24px;
    color: var(--visio-color-text-quiet);
    text-align: center;
  }

  .spinner {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    border: 2px solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }

  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }

  .unseen {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }

  @media (forced-colors: active) {
    .icon {
      color: inherit !important;
    }

    .button[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
