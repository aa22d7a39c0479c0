import type { ConnectionQuality, Roster } from 'visio-core';
import { computed, type Readable } from 'visio-core/reactive';

/** What is told of someone's connection. */
export type Trouble = Extract<ConnectionQuality, 'poor' | 'lost'>;

/**
 * What is wrong with someone's connection, or `null`. A server judges everyone again and again; as long as it finds
 * nothing wrong, that changes nothing here and updates nobody.
 */
export function troubleOf(roster: Roster, id: string): Readable<Trouble | null> {
  return computed(() => {
    const quality = roster.quality(id).value;
    return quality === 'poor' || quality === 'lost' ? quality : null;
  });
}
