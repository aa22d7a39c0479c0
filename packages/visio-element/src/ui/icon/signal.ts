import { html, type TemplateResult } from 'lit';
import type { ConnectionQuality } from 'visio-core';
import { fit, type IconSize } from './fit.js';

const SHORT = 'M5 19V15.5';
const MIDDLE = 'M12 19V10';
const LONG = 'M19 19V4.5';

/** All that there can be: the icon of how good connections are. */
export const BARS = SHORT + MIDDLE + LONG;

/** As many bars as there is quality, and faintly those that it lacks. */
const SIGNAL: Readonly<Record<ConnectionQuality, readonly [drawn: string, faint: string]>> = {
  excellent: [BARS, ''],
  good: [SHORT + MIDDLE, LONG],
  poor: [SHORT, MIDDLE + LONG],
  lost: ['M4 4.5L10 10.5M10 4.5L4 10.5', BARS],
  unknown: ['', BARS],
};

/** An icon that shows how good a connection is. Says nothing to screen readers, as all icons do. */
export function signalIcon(quality: ConnectionQuality, size: IconSize = 20): TemplateResult {
  const [drawn, faint] = SIGNAL[quality];
  const width = `${size / 16}em`;
  return html`<svg class="icon" viewBox="0 0 ${size} ${size}" width=${width} height=${width} aria-hidden="true"><path d=${fit(drawn, size)}></path><path opacity=".45" d=${fit(faint, size)}></path></svg>`;
}
