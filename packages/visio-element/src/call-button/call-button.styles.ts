import { css } from 'lit';

export const callButtonStyles = css`
  :host {
    display: inline-block;
    max-inline-size: 100%;
    vertical-align: middle;
    text-decoration: none !important;
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
    --_text-m: var(--_text-s);
  }

  :host([size='large']) {
    --height: 48px;
  }

  /* What the page says of everything's type and writing ends here. */
  .button,
  .note {
    all: initial;
    box-sizing: border-box;
    color: var(--_color-text);
    color-scheme: inherit;
    font: var(--_text-m) / 1.25 var(--_font);
    visibility: inherit;
  }

  .row,
  .button {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .row {
    flex-wrap: wrap;
  }

  .button {
    min-block-size: var(--height);
    padding: var(--_space-1) calc(var(--height) * 0.35);
    border: 1px solid var(--_color-accent-line);
    border-radius: var(--_button-radius);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    cursor: pointer;
    font-weight: var(--_weight-strong);
  }

  .button:hover {
    background: var(--_color-accent-hover);
  }

  :host([variant='quiet']) .button {
    border-color: var(--_color-line-strong);
    background: var(--_color-field);
    color: var(--_color-text);
  }

  :host([variant='quiet']) .button:hover {
    background: var(--_color-control-hover);
  }

  :focus-visible {
    outline: 2px solid var(--_color-focus);
    outline-offset: 2px;
  }

  .words {
    overflow-wrap: anywhere;
  }

  .icon {
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-linecap: round;
    stroke-linejoin: round;
    stroke-width: 1.5;
  }

  /* What is not there keeps no distance. */
  .note:empty {
    margin-inline-start: calc(-1 * var(--_space-2));
  }
`;
