import { css } from 'lit';
import type { CaptionPreferences } from 'visio-core';

/** The classes of a box that looks as its reader wants captions to look. */
export function lookOf({ size, colors, background }: CaptionPreferences): string {
  return `look size-${size} ${colors} ${background}`;
}

/**
 * The colours are the reader's, and so neither the theme's nor the host's. Each pair keeps a contrast of 7 to 1 and more,
 * where a picture shines through, too, be it black or white.
 */
export const lookStyles = css`
  .look {
    --ink: #fff;
    --paper: 0 0 0;
    --cover: 0.8;
    --size: 1.125;

    background: rgb(var(--paper) / var(--cover));
    color: var(--ink);
    font-size: calc(var(--_font-size) * var(--size));
    line-height: 1.35;
  }

  .size-small {
    --size: 0.9375;
  }

  .size-large {
    --size: 1.5;
  }

  .size-huge {
    --size: 2.125;
  }

  .yellow-on-black {
    --ink: #ffe45c;
  }

  .black-on-white {
    --ink: #000;
    --paper: 255 255 255;
  }

  .black-on-yellow {
    --ink: #000;
    --paper: 255 228 92;
  }

  .solid {
    --cover: 1;
  }

  @media (forced-colors: active) {
    .look {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
