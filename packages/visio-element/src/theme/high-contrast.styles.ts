import { css } from 'lit';
import { declare } from './declare.js';

/** Black on white, white on black, and a line around everything that can be used. Light or dark stays the page's, or the call's. */
const HIGH_CONTRAST = {
  'color-surface': 'light-dark(#fff,#000)',
  'color-raised': 'light-dark(#fff,#000)',
  'color-sunken': 'light-dark(#fff,#000)',
  'color-field': 'light-dark(#fff,#000)',
  'color-control': 'light-dark(#fff,#000)',
  'color-control-hover': 'light-dark(#e2e2e2,#333)',
  'color-control-line': 'light-dark(#000,#fff)',
  'color-text': 'light-dark(#000,#fff)',
  'color-text-quiet': 'light-dark(#000,#fff)',
  'color-line': 'light-dark(#000,#fff)',
  'color-line-strong': 'light-dark(#000,#fff)',
  'color-accent': 'light-dark(oklch(from $accent min(l,.4) c h),oklch(from $accent max(l,.86) min(c,.1) h))',
  'color-accent-text': 'light-dark(oklch(from $accent min(l,.34) c h),oklch(from $accent max(l,.88) min(c,.09) h))',
  'color-accent-line': 'light-dark(#000,#fff)',
  'color-focus': 'light-dark(#000,#fff)',
  'color-danger': 'light-dark(oklch(from $danger min(l,.4) c h),oklch(from $danger max(l,.86) min(c,.1) h))',
  'color-danger-soft': 'light-dark(#fff,#000)',
  'color-danger-soft-hover': 'light-dark(#e2e2e2,#333)',
  'color-danger-text': 'light-dark(oklch(from $danger min(l,.34) c h),oklch(from $danger max(l,.88) min(c,.09) h))',
  'color-warning-text': 'light-dark(oklch(from $warning min(l,.34) c h),oklch(from $warning max(l,.88) c h))',
  'color-success-text': 'light-dark(oklch(from $success min(l,.34) c h),oklch(from $success max(l,.88) c h))',
  'color-shade': '#000',
  'sharing-background': '#000',
  'color-backdrop': 'rgb(0 0 0/.8)',
  shadow: '0 0 0 1px light-dark(#000,#fff)',
};

/** Fetched where it is wanted: `theme="high-contrast"`, or a system that asks for more contrast. */
export const highContrastStyles = css`
  :host([theme='high-contrast']) {
    ${declare(HIGH_CONTRAST)}
  }

  @media (prefers-contrast: more) {
    :host {
      ${declare(HIGH_CONTRAST)}
    }
  }
`;
