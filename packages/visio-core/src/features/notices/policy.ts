import type { NoticeKind } from './notice.js';

/** How much is told: who it is, only how many, or nothing. */
export type NoticeDetail = 'names' | 'count' | 'none';

/** Up to how many people in the room names are told, and up to how many at least a count. */
const LIMITS: Readonly<Record<NoticeKind, readonly [names: number, count: number]>> = {
  join: [12, 50],
  leave: [12, 50],
  message: [50, 200],
  hand: [100, Infinity],
  share: [Infinity, Infinity],
};

/** Sounds are for rooms with fewer people than this: as in La Suite Meet. */
const SOUND_SIZE = 5;

/** How much is told of a fact in a room of `size` people: the more come and go, the less it means. */
export function detailOf(kind: NoticeKind, size: number): NoticeDetail {
  const [names, count] = LIMITS[kind];
  return size <= names ? 'names' : size <= count ? 'count' : 'none';
}

/** Whether a sound goes with what is told in a room of `size` people. */
export function hasSound(size: number): boolean {
  return size < SOUND_SIZE;
}
