import { css } from 'lit';

export const callButtonStyles = css`
  /* As the theme has them: all that the button needs to look like itself. */
  :host {
    --visio-accent: #3a56d4;
    --visio-font: -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif;
    --visio-font-size: max(1rem, 16px);
    --visio-radius: 12px;
    --visio-text-s: calc(var(--visio-font-size) * 0.8125);
    --visio-text-m: calc(var(--visio-font-size) * 0.9375);
    --visio-color-accent: oklch(from var(--visio-accent) min(l, 0.5) c h);
    --visio-color-accent-hover: oklch(from var(--visio-accent) calc(min(l, 0.5) - 0.06) c h);
    --visio-color-on-accent: #fff;
    --visio-color-field: light-dark(#fff, #1c1f26);
    --visio-color-control-hover: light-dark(#dfe3e9, #373c47);
    --visio-color-text: light-dark(#181b22, #f0f2f5);
    --visio-color-line-strong: light-dark(#848c99, #747c8a);
    --visio-color-focus: light-dark(#2446c8, #a9bcff);
  }

  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: middle;
    background: none;
    --height: 40px;
  }

  :host([hidden]) {
    display: none;
  }

  :host([expanded]) {
    display: block;
  }

  :host([size='small']) {
    --height: 32px;
    --visio-text-m: var(--visio-text-s);
  }

  :host([size='large']) {
    --height: 48px;
  }

  *,
  ::before {
    box-sizing: border-box;
  }

  .row,
  .button,
  .note,
  .note span {
    display: flex;
    align-items: center;
    gap: 8px;
  }

  .row,
  .note {
    flex-wrap: wrap;
  }

  .button {
    max-inline-size: 100%;
    min-block-size: var(--height);
    margin: 0;
    padding: 4px calc(var(--height) * 0.35);
    border: 1px solid transparent;
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-accent);
    color: var(--visio-color-on-accent);
    cursor: pointer;
    font: 600 var(--visio-text-m) / 1.25 var(--visio-font);
    text-align: start;
    text-decoration: none;
  }

  .button:hover {
    background: var(--visio-color-accent-hover);
  }

  :host([variant='quiet']) .button,
  .note .button {
    border-color: var(--visio-color-line-strong);
    background: var(--visio-color-field);
    color: var(--visio-color-text);
  }

  :host([variant='quiet']) .button:hover,
  .note .button:hover {
    background: var(--visio-color-control-hover);
  }

  :focus-visible {
    outline: 2px solid var(--visio-color-focus);
    outline-offset: 2px;
  }

  .words {
    overflow-wrap: anywhere;
  }

  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.75;
  }

  /* What is not there keeps no distance. */
  .note:empty {
    margin-inline-start: -8px;
  }
`;
