import { html, type TemplateResult } from 'lit';
import type { CALL_ICONS } from './call-icons.js';
import type { END_ICONS } from './end-icons.js';
import { fit, type IconSize } from './fit.js';

/**
 * Each icon is a line with round ends in the colour of the text around it, drawn on a grid of 24 and fitted to the size that it
 * is shown in (see `fit`). These are there from the start; see `END_ICONS` and `CALL_ICONS` for others.
 */
export const LOBBY_ICONS = {
  mic: 'R9 3.5 15 14.5 3M5.5 11.5C5.5 20.2 18.5 20.2 18.5 11.5M12 18V21',
  'mic-off': 'M4 4L20 20M9 9V11.5Q9 14.5 12 14.5M9.5 5Q10.5 3.5 12 3.5Q15 3.5 15 6.5V11M5.5 11.5C5.5 20.2 18.5 20.2 18.5 11.5M12 18V21',
  camera: 'R3 6.5 15 17.5 2.5M15 11L19.6 8.3Q21 7.5 21 9V15Q21 16.5 19.6 15.7L15 13',
  'camera-off': 'M4 4L20 20M6 6.5H5.5Q3 6.5 3 9V15Q3 17.5 5.5 17.5H12.5Q14.5 17.5 15 15.5M10.5 6.5H12.5Q15 6.5 15 9V13M15 11L19.6 8.3Q21 7.5 21 9V15Q21 16.5 19.6 15.7L15 13',
  speaker: 'M4 9.5H7.5L12 5.5V18.5L7.5 14.5H4V9.5M15.5 9Q18 12 15.5 15M18 6.5Q22.5 12 18 17.5',
  chevron: 'M6.5 14.5L12 9L17.5 14.5',
  close: 'M6.5 6.5L17.5 17.5M17.5 6.5L6.5 17.5',
  person: 'R8 3.5 16 11.5 12M4.5 20.5C4.5 10.5 19.5 10.5 19.5 20.5',
} as const;

export type IconName = keyof typeof LOBBY_ICONS | keyof typeof END_ICONS | keyof typeof CALL_ICONS;

/** Those that are known so far. */
export const icons: Record<string, string> = LOBBY_ICONS;

/** Makes more icons known by their names. */
export function addIcons(more: Readonly<Record<string, string>>): void {
  Object.assign(icons, more);
}

/** An icon that says nothing to screen readers: whoever shows it has the words. Styled by `.icon` of `baseStyles`. */
export function icon(name: IconName, size?: IconSize): TemplateResult {
  return drawIcon(icons[name] ?? '', size);
}

/** An icon that only one feature has, so that nobody else loads its path. */
export function drawIcon(path: string, size: IconSize = 20): TemplateResult {
  const width = `${size / 16}em`;
  return html`<svg class="icon" viewBox="0 0 ${size} ${size}" width=${width} height=${width} aria-hidden="true"><path d=${fit(path, size)}></path></svg>`;
}
