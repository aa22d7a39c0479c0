/** Texts, files and packets. */
import type { Room } from 'livekit-client';
import type { EngineContext, FileEvent, TextEvent } from '../../engine/engine.js';
import { createDelivery } from './delivery.js';
import type { Link } from './link.js';
import { createReceiving } from './receive-data.js';

export type Data = ReturnType<typeof createData>;

export function createData(room: Room, link: Link, context: EngineContext, tell: (event: TextEvent | FileEvent) => void) {
  return { ...createDelivery(room, link), ...createReceiving(context, tell) };
}
