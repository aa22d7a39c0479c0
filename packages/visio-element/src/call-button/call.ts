import type { Backend } from 'visio-core';
import type { HostLanguages, Texts } from 'visio-core/i18n';
import type { VisioMeeting } from '../elements.js';
import type { CallProgress, CallRoom } from './events.js';

export interface CallOptions {
  readonly room: CallRoom;
  /** Knows `room.room`. Without it `room.url` says everything. */
  readonly backend: Backend | null;
  readonly intent: 'join' | 'call';
  readonly displayName: string;
  readonly lang: string;
  readonly theme: 'auto' | 'light' | 'dark' | 'high-contrast';
  readonly texts: Partial<Texts>;
  readonly languages: HostLanguages;
}

/** A call: the element that shows it, which stays where it is put, and what has become of it. */
export class Call {
  readonly room: CallRoom;
  readonly element: VisioMeeting;
  /** When it was joined, in milliseconds since 1970; `null` before. */
  since: number | null = null;
  progress: CallProgress = 'opened';

  readonly #listeners = new Set<(progress: CallProgress) => void>();
  #unwatch: (() => void) | null = null;

  constructor({ room, backend, intent, ...attributes }: CallOptions) {
    this.room = room;
    const element = (this.element = document.createElement('visio-meeting'));
    if (backend && room.room !== '') Object.assign(element, { backend, room: room.room });
    else element.setAttribute('url', room.url);
    Object.assign(element, { intent, ...attributes });
    element.addEventListener('visio-joined', () => {
      this.since ??= Date.now();
      this.#go('joined');
    });
    // After any other end there is something to read, and a way back.
    element.addEventListener('visio-left', ({ detail }) => detail.reason === 'left' && this.close());
  }

  /** Says what becomes of it, until the returned function is called. */
  listen(listener: (progress: CallProgress) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `listener` once, when someone else is there. To be asked for once it is joined. */
  whenAnswered(listener: () => void): void {
    const { meeting } = this.element;
    if (!meeting) return;
    this.#unwatch?.();
    const end = meeting.roster.ids.subscribe((ids) => {
      if (!ids.some((id) => id !== meeting.roster.localId.peek())) return;
      queueMicrotask(() => end());
      listener();
    });
    this.#unwatch = end;
  }

  /** Leaves, if need be. */
  close(): void {
    if (this.progress === 'closed') return;
    this.#unwatch?.();
    const { meeting } = this.element;
    if (meeting?.leave.enabled.peek()) meeting.leave().catch(() => undefined);
    this.#go('closed');
  }

  #go(progress: CallProgress): void {
    this.progress = progress;
    for (const listener of [...this.#listeners]) listener(progress);
  }
}

/** Fetches the code of meetings, and opens one. Whoever gets it shows its element. */
export async function createCall(options: CallOptions): Promise<Call> {
  await import('../index.js');
  return new Call(options);
}

/** Whether both lead to the same call. Case, and a slash at the end, do not matter. */
export function isSame(one: CallRoom, other: CallRoom): boolean {
  return keyOf(one) !== '' && keyOf(one) === keyOf(other);
}

function keyOf({ url, room }: CallRoom): string {
  return (url || room).toLowerCase().replace(/\/$/, '');
}

/** As `1:05`, or `1:02:05`. */
export function elapsed(since: number): string {
  const seconds = Math.max(0, Math.floor((Date.now() - since) / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
