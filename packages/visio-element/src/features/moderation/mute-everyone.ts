import type { Meeting } from 'visio-core';
import { tellFailure } from '../../base/tell-failure.js';

/** Mutes everyone else, and tells how many could not be. */
export async function muteEveryone(meeting: Meeting): Promise<void> {
  const { moderation, notices } = meeting;
  try {
    const { length: count } = await moderation.muteAll();
    if (count > 0) notices.show({ kind: 'failure', text: { key: 'moderation.notMuted', values: { count } }, icon: 'alert', urgency: 'high' });
  } catch (cause) {
    tellFailure(meeting)(cause);
  }
}
