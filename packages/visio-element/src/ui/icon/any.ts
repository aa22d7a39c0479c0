import { html, type TemplateResult } from 'lit';
import type { IconSize } from './fit.js';
import { drawIcon, icon, icons, type IconName } from './icon.js';

/** What our lines are made of. A host's has other letters, as those of arcs, or numbers that touch. */
export const OURS = /^(?:[CHLMQRSVcls][- .\d]*\d)+$/;
export const TOUCHING = /\.\d+\./;

export function isIcon(name: string): name is IconName {
  return Object.hasOwn(icons, name);
}

/** One of ours by its name, or a line: ours, or a host's own. */
export function drawAny(drawing: IconName | { readonly path: string }, size: IconSize = 20): TemplateResult {
  if (typeof drawing === 'string') return icon(drawing, size);
  const { path } = drawing;
  if (OURS.test(path) && !TOUCHING.test(path)) return drawIcon(path, size);
  // It is shown as it is.
  const width = `${size / 16}em`;
  return html`<svg class="icon" viewBox="0 0 24 24" width=${width} height=${width} aria-hidden="true"><path stroke-width=${36 / size} d=${path}></path></svg>`;
}
