import { css } from 'lit';
import { coreTokens } from './core-tokens.js';
import { declare } from './declare.js';
import { THEME_TOKENS } from './theme-tokens.js';

/** The look of a meeting: all tokens but those of a call, and its type. */
export const themeStyles = css`
  ${coreTokens}

  :host {
    ${declare(THEME_TOKENS)}

    background: var(--_color-surface);
    color: var(--_color-text);
    font: 400 var(--_text-m) / 1.45 var(--_font);
  }
`;
