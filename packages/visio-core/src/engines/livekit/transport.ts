/** How much is carried, how well and by which way: fetched by who asks for it. */
import type { Room } from 'livekit-client';
import type { Transport } from '../../engine/transport.js';
import { readCounters } from './counters.js';
import { measure } from './measure.js';
import { createProbe } from './probe.js';
import { createPublishLimit } from './publish-limit.js';
import { createReception } from './reception.js';

/** What the session has at hand. */
export interface Helpers {
  readonly mapSource: typeof import('./map-participant.js').mapSource;
  readonly mapConnectError: typeof import('./map-error.js').mapConnectError;
  readonly gaveUp: typeof import('./map-error.js').gaveUp;
}

export function createTransport(room: Room, helpers: Helpers): Transport {
  const read = (of: Room) => readCounters(of, helpers);
  const { probe, enter } = createProbe(read, helpers);
  return {
    ...createReception(room),
    setPublishLimit: createPublishLimit(room),
    counters: () => read(room),
    probe,
    measure: (options) => measure(options, enter, read),
  };
}
