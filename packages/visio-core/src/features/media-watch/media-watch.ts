import type { Device } from '../../engine/engine.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Readable, type Scope, type Writable } from '../../reactive/index.js';
import type { Devices } from '../devices/devices.js';
import type { LocalInput } from '../local-media/local-media.js';
import type { Notices } from '../notices/notices.js';

/** A thing was plugged in or out during a call. Another object is another change. */
export interface DeviceChange {
  readonly type: 'connected' | 'disconnected';
  /** The system's name for it. */
  readonly label: string;
  /** Its parts: a headset is a microphone and a speaker. */
  readonly devices: readonly Device[];
  /** Whether it was in use; the system's default then takes its place. */
  readonly inUse: boolean;
}

/** What a person in a call is to be told of their devices, and push to talk. */
export interface MediaWatch {
  /** The last thing that was plugged in or out during this call. The person is told of it, too. */
  readonly change: Readable<DeviceChange | null>;
  /** Whether someone speaks into the muted microphone; a copy of its sound is listened to in the page, and goes nowhere. */
  readonly speakingWhileMuted: Readable<boolean>;
  /**
   * Turns a muted microphone on for as long as it is held, as a key is to talk; the returned function lets go, and it is
   * muted again. Held by several, the last one to let go counts. One that is on stays on. Nothing happens outside a call.
   */
  hold(): () => void;
}

export interface WatchOptions {
  /** Ends with the call. */
  readonly scope: Scope;
  readonly devices: Devices;
  readonly microphone: LocalInput;
  readonly notices: Notices;
  readonly change: Writable<DeviceChange | null>;
  readonly speakingWhileMuted: Writable<boolean>;
}

/** Its work is fetched when a call is there. */
export function createMediaWatch(context: FeatureContext, parts: Pick<WatchOptions, 'devices' | 'microphone' | 'notices'>): MediaWatch {
  const change = signal<DeviceChange | null>(null);
  const speakingWhileMuted = signal(false);
  /** Of the call that there is. */
  let ready: Promise<() => () => void> | null = null;
  const inCall = computed(() => isInCall(context.connection.state.value));
  context.scope.effect(() => {
    if (!inCall.value) return undefined;
    const scope = context.scope.child();
    ready = import('./watch.js').then(({ watchMedia }) => watchMedia({ ...parts, scope, change, speakingWhileMuted }));
    ready.catch(() => context.log('warn', 'What watches over devices could not be loaded.'));
    return () => {
      ready = null;
      scope.end();
    };
  });

  function hold(): () => void {
    let isOver = false;
    let release: (() => void) | undefined;
    ready?.then(
      (start) => {
        if (!isOver) release = start();
      },
      () => undefined,
    );
    return () => {
      isOver = true;
      release?.();
    };
  }

  return { change, speakingWhileMuted, hold };
}
