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
    color: var(--_color-text);
    cursor: default;
    font: 400 var(--_text-m) / 1.45 var(--_font);
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
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  .icon {
    display: block;
    flex: none;
    font-size: var(--_font-size);
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }

  .button {
    position: relative;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: var(--_button-size);
    padding: var(--_space-2) var(--_space-4);
    /* Seen in forced colours, in high contrast, and where an accent is too near to what is around it. */
    border: 1px solid var(--_color-control-line);
    border-radius: var(--_button-radius);
    background: var(--_color-control);
    cursor: pointer;
    font-weight: var(--_weight-strong);
    line-height: 1.25;
    text-align: center;
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
    transition: background-color var(--_time);
    user-select: none;
  }

  .button:hover {
    background: var(--_color-control-hover);
  }

  .button:active {
    filter: brightness(0.92);
  }

  .primary {
    border-color: var(--_color-accent-line);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }

  .primary:hover {
    background: var(--_color-accent-hover);
  }

  .danger {
    background: var(--_color-danger);
    color: var(--_color-on-danger);
  }

  .danger:hover {
    background: var(--_color-danger-hover);
  }

  .off {
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
  }

  .off:hover {
    background: var(--_color-danger-soft-hover);
  }

  .plain {
    background: none;
    color: var(--_color-accent-text);
  }

  .square {
    inline-size: var(--_button-size);
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
    gap: var(--_space-3);
    block-size: 100%;
    padding: var(--_space-6);
    color: var(--_color-text-quiet);
    text-align: center;
  }

  .spinner {
    flex: none;
    inline-size: 1.125em;
    block-size: 1.125em;
    border: 2px solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    /* Motion or none, it says that something goes on: without, it fades and comes back. */
    animation: spin calc(1.6s - 0.8s * var(--_motion)) linear infinite;
  }

  @keyframes spin {
    50% {
      opacity: calc(0.3 + 0.7 * var(--_motion));
    }

    to {
      rotate: calc(1turn * var(--_motion));
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
