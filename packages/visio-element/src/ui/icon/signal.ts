import { html, type TemplateResult } from 'lit';
import type { ConnectionQuality } from 'visio-core';

const BARS = 'M5 19v-3.5M12 19V10M19 19V4.5';

/** As many bars as there is quality, and faintly those that it lacks. */
const SIGNAL: Readonly<Record<ConnectionQuality, readonly [drawn: string, faint: string]>> = {
  excellent: [BARS, ''],
  good: ['M5 19v-3.5M12 19V10', 'M19 19V4.5'],
  poor: ['M5 19v-3.5', 'M12 19V10M19 19V4.5'],
  lost: ['M3.5 4.5l6 6M9.5 4.5l-6 6', BARS],
  unknown: ['', BARS],
};

/** An icon that shows how good a connection is. Says nothing to screen readers, as all icons do. */
export function signalIcon(quality: ConnectionQuality): TemplateResult {
  const [drawn, faint] = SIGNAL[quality];
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${drawn}></path><path opacity="0.4" d=${faint}></path></svg>`;
}
