import { css } from 'lit';

/**
 * The tokens of a meeting, for the host of `<visio-meeting>`. Three levels, all of them `--visio-*`:
 *
 * 1. **base**: one accent, one font, one size of type, radius and time. A host sets these to make the meeting its own;
 * 2. **meaning**: what a colour is for (surface, text, danger…). Each holds its light and its dark value;
 * 3. **component**: `--visio-tile-radius`, `--visio-call-scheme`… Declared where they are used, with a default.
 *
 * Light or dark follows the page's `color-scheme`, unless the `theme` attribute decides.
 */
export const themeStyles = css`
  :host {
    /* Base */
    --visio-accent: #3a56d4;
    --visio-font: -apple-system, BlinkMacSystemFont, 'Segoe UI', 'Noto Sans', Roboto, 'Helvetica Neue', Arial, sans-serif;
    /* Grows with the reader's own size; pages that shrink their root ('62.5%') do not shrink the meeting. */
    --visio-font-size: max(1rem, 16px);
    --visio-radius: 12px;
    --visio-duration: 140ms;

    /* Meaning: type */
    --visio-text-s: calc(var(--visio-font-size) * 0.8125);
    --visio-text-m: calc(var(--visio-font-size) * 0.9375);
    --visio-text-xl: calc(var(--visio-font-size) * 1.625);

    /* Meaning: colour. Lightness is held where its contrast is sure, whatever the accent. */
    --visio-color-accent: oklch(from var(--visio-accent) min(l, 0.5) c h);
    --visio-color-accent-hover: oklch(from var(--visio-accent) calc(min(l, 0.5) - 0.06) c h);
    --visio-color-on-accent: #fff;
    --visio-color-accent-text: light-dark(
      oklch(from var(--visio-accent) min(l, 0.45) c h),
      oklch(from var(--visio-accent) max(l, 0.8) min(c, 0.11) h)
    );
    --visio-color-surface: light-dark(#fff, #16181d);
    --visio-color-raised: light-dark(#fff, #23262e);
    --visio-color-sunken: light-dark(#f1f3f6, #0f1115);
    --visio-color-control: light-dark(#eceef2, #2a2e37);
    --visio-color-control-hover: light-dark(#dfe3e9, #373c47);
    --visio-color-field: light-dark(#fff, #1c1f26);
    --visio-color-text: light-dark(#181b22, #f0f2f5);
    --visio-color-text-quiet: light-dark(#555d6b, #a8b0bd);
    --visio-color-line: light-dark(#dde1e7, #363b46);
    --visio-color-line-strong: light-dark(#848c99, #747c8a);
    --visio-color-danger: #cf2e36;
    --visio-color-danger-hover: #b5232b;
    --visio-color-on-danger: #fff;
    --visio-color-danger-soft: light-dark(#fce7e6, #4b2427);
    --visio-color-danger-soft-hover: light-dark(#f8d4d2, #5d2c30);
    --visio-color-danger-text: light-dark(#a91e26, #ffb0a9);
    --visio-color-warning-text: light-dark(#855300, #ffc766);
    --visio-color-success-text: light-dark(#1b7a45, #6fd79b);
    --visio-color-focus: light-dark(#2446c8, #a9bcff);
    --visio-color-speaking: light-dark(#2f5bea, #86a8ff);
    --visio-color-shade: rgb(12 14 18 / 0.72);
    --visio-shadow: 0 1px 2px rgb(10 14 24 / 0.12), 0 8px 28px rgb(10 14 24 / 0.18);

    background: var(--visio-color-surface);
    color: var(--visio-color-text);
    font: 400 var(--visio-text-m) / 1.45 var(--visio-font);
  }

  /* Asked for in so many words: no reset of the page takes it back. */
  :host([theme='light']) {
    color-scheme: light !important;
  }

  :host([theme='dark']) {
    color-scheme: dark !important;
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --visio-duration: 0s;
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --visio-color-text-quiet: var(--visio-color-text);
      --visio-color-line: var(--visio-color-line-strong);
    }
  }
`;
