import { html, type TemplateResult } from 'lit';
import type { CALL_ICONS } from './call-icons.js';

/**
 * Each icon is one line drawn on a grid of 24 with round ends, in the colour of the text around it. These are there from
 * the start; see `CALL_ICONS` for others.
 */
export const LOBBY_ICONS = {
  mic: 'M9 6.5a3 3 0 0 1 6 0v5a3 3 0 0 1-6 0zM5.5 11.5a6.5 6.5 0 0 0 13 0M12 18v3',
  'mic-off':
    'M4 4l16 16M9 9v2.5a3 3 0 0 0 4.9 2.3M9.4 5a3 3 0 0 1 5.6 1.5v4M5.5 11.5a6.5 6.5 0 0 0 10.9 4.8M18.5 11.5a6.5 6.5 0 0 1-.5 2.4M12 18v3',
  camera: 'M5.5 6.5h7A2.5 2.5 0 0 1 15 9v6a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 3 15V9a2.5 2.5 0 0 1 2.5-2.5zM15 11l4.6-2.9a.9.9 0 0 1 1.4.8v6.2a.9.9 0 0 1-1.4.8L15 13',
  'camera-off':
    'M4 4l16 16M6.5 6.5h-1A2.5 2.5 0 0 0 3 9v6a2.5 2.5 0 0 0 2.5 2.5h7A2.5 2.5 0 0 0 15 15M10.5 6.5h2A2.5 2.5 0 0 1 15 9v2l4.6-2.9a.9.9 0 0 1 1.4.8v6.2a.9.9 0 0 1-.5.8',
  leave:
    'M12 8.5c-5 0-9.3 2.1-9.3 5.6v1.5a1.1 1.1 0 0 0 1.3 1.1l3.3-.7a1.1 1.1 0 0 0 .9-1.1v-1.7a12.5 12.5 0 0 1 7.6 0v1.7a1.1 1.1 0 0 0 .9 1.1l3.3.7a1.1 1.1 0 0 0 1.3-1.1v-1.5c0-3.5-4.3-5.6-9.3-5.6z',
  speaker: 'M4 9.5h3.3L12 5.5v13l-4.7-4H4zM15.5 9.2a4.2 4.2 0 0 1 0 5.6M18 6.5a8 8 0 0 1 0 11',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  chevron: 'M6.5 14.5 12 9l5.5 5.5',
  close: 'M6.5 6.5l11 11M17.5 6.5l-11 11',
  alert: 'M12 7.5v5.5M12 16.4v.1M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5a7.5 7.5 0 0 1 15 0',
} as const;

export type IconName = keyof typeof LOBBY_ICONS | keyof typeof CALL_ICONS;

const icons: Record<string, string> = { ...LOBBY_ICONS };

/** Makes more icons known by their names. */
export function addIcons(more: Readonly<Record<string, string>>): void {
  Object.assign(icons, more);
}

export function isIcon(name: string): name is IconName {
  return Object.hasOwn(icons, name);
}

/** An icon that says nothing to screen readers: whoever shows it has the words. Styled by `.icon` of `baseStyles`. */
export function icon(name: IconName): TemplateResult {
  return drawIcon(icons[name] ?? '');
}

/** One of ours by its name, or a host's own line. */
export function drawAny(drawing: IconName | { readonly path: string }): TemplateResult {
  return typeof drawing === 'string' ? icon(drawing) : drawIcon(drawing.path);
}

/** An icon that only one feature has, so that nobody else loads its path. */
export function drawIcon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
}
