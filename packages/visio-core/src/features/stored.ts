import type { MeetingStorage } from '../meeting/context.js';

/** What was kept under a key. Somebody else's text, or storage that the browser forbids, is nothing. */
export function recall(storage: MeetingStorage | null, key: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** Full or forbidden: the choice still holds for this meeting. */
export function remember(storage: MeetingStorage | null, key: string, value: object): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // See above.
  }
}
