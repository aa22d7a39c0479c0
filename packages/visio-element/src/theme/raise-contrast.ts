import { highContrastStyles } from './high-contrast.styles.js';

/** Lays the tokens of high contrast over the others. */
export function raiseContrast({ adoptedStyleSheets }: ShadowRoot): void {
  const sheet = highContrastStyles.styleSheet!;
  if (!adoptedStyleSheets.includes(sheet)) adoptedStyleSheets.push(sheet);
}
