import type { ConnectionQuality } from 'visio-core';

const BARS = 'M5 19v-3.5M12 19V10M19 19V4.5';

/** As many bars as there is quality; what comes after `|` is drawn faintly. */
export const SIGNAL: Readonly<Record<ConnectionQuality, string>> = {
  excellent: BARS,
  good: 'M5 19v-3.5M12 19V10|M19 19V4.5',
  poor: 'M5 19v-3.5|M12 19V10M19 19V4.5',
  lost: `M3.5 4.5l6 6M9.5 4.5l-6 6|${BARS}`,
  unknown: `|${BARS}`,
};
