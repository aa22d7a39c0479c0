import { css } from 'lit';
import { coreTokens } from './core-tokens.js';
import { declare } from './declare.js';
import { THEME_TOKENS } from './theme-tokens.js';

/** The look of a meeting: all tokens but those of a call. What takes nothing from the page, inside, has the type. */
export const themeStyles = css`
  ${coreTokens}

  :host {
    ${declare(THEME_TOKENS)}

    /* What times are multiplied by: 0 is no motion. */
    --_motion: var(--visio-motion, 1);
    --_time: calc(var(--_duration) * var(--_motion));

    background: var(--_color-surface);
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0;
    }
  }
`;
