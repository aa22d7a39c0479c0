import { css } from 'lit';
import { declare } from './declare.js';

/** A grey of a certain lightness, as tinted as the host's own and no more than suits it. */
export const grey = (lightness: number, chroma: number) => `oklch(from $neutral ${lightness} min(c,${chroma}) h)`;

/** White where a number is positive, black where it is negative, by the luminance (`y`) of a colour. */
const whiteIf = (number: string, color: string) => `color(from ${color} xyz-d65 ${[0.9505, 1, 1.089].map((white) => `clamp(0,${number}*1e6,${white})`).join(' ')})`;

/** What is written on a colour: white or black. Where the border is both have a contrast of 4.58; one of them has more anywhere else. */
export const on = (color: string) => whiteIf('(.179 - y)', color);

/** A colour under the pointer: away from what is written on it, but not where white or black can go no further. */
export const hover = (color: string) => `color-mix(in oklab,${whiteIf('(y - .03)*(y - .179)*(.8 - y)', color)} 12%,${color})`;

/**
 * The tokens that a call button needs to look like itself, and so everything else as well; `theme-tokens.ts` and
 * `call-tokens.ts` have the others, `tokens.ts` says what each is for and on which of three levels:
 *
 * 1. **base**: what a host makes the meeting its own by: an accent, a grey, a font, sizes, and what is reckoned from them;
 * 2. **meaning**: what a colour, size or time is for: surface, text, danger… Each colour holds its light and its dark value;
 * 3. **component**: what one kind of part has of its own.
 *
 * Contrasts are sure for any accent: see docs/decisions/0016.
 */
export const CORE_TOKENS = {
  accent: '#3a56d4',
  neutral: '#737b89',
  'neutral-0': '#fff',
  'neutral-50': grey(0.963, 0.005),
  'neutral-200': grey(0.912, 0.009),
  'neutral-500': grey(0.61, 0.023),
  'neutral-700': grey(0.354, 0.02),
  'neutral-850': grey(0.239, 0.014),
  'neutral-900': grey(0.21, 0.012),
  font: "-apple-system,BlinkMacSystemFont,'Segoe UI','Noto Sans',Roboto,'Helvetica Neue',Arial,sans-serif",
  // Grows with the reader's own size; pages that shrink their root ('62.5%') do not shrink the meeting.
  'font-size': 'max(1rem,16px)',
  'weight-strong': '600',
  space: '4px',
  radius: '12px',

  'text-s': 'calc($font-size*.8125)',
  'text-m': 'calc($font-size*.9375)',
  'space-1': '$space',
  'space-2': 'calc($space*2)',
  'radius-m': 'calc($radius*5/6)',
  'color-field': 'light-dark($neutral-0,$neutral-850)',
  'color-control-hover': 'light-dark($neutral-200,$neutral-700)',
  'color-text': 'light-dark($neutral-900,$neutral-50)',
  'color-line-strong': '$neutral-500',
  'color-accent': '$accent',
  'color-on-accent': on('$color-accent'),
  'color-accent-hover': hover('$color-accent'),
  'color-accent-text': 'light-dark(oklch(from $accent min(l,.45) c h),oklch(from $accent max(l,.8) min(c,.11) h))',
  'color-accent-line': 'light-dark(oklch(from $accent min(l,.58) c h),oklch(from $accent max(l,.63) c h))',
  'color-focus': '$color-accent-text',

  'button-radius': '$radius-m',
} as const;

/** Light or dark follows the page's `color-scheme`, unless the `theme` attribute decides. */
export const coreTokens = css`
  :host {
    ${declare(CORE_TOKENS)}
  }

  /* Asked for in so many words: no reset of the page takes it back. */
  :host([theme='light']) {
    color-scheme: light !important;
  }

  :host([theme='dark']) {
    color-scheme: dark !important;
  }
`;
