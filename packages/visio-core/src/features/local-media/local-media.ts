import type { OpenOptions, TrackSource } from '../../engine/engine.js';
import { toVisioError, VisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { batch, computed, Reconciler, signal, type Command, type Readable } from '../../reactive/index.js';
import type { Devices } from '../devices/devices.js';
import type { VideoFilter } from '../effects/effects.js';

/** The local microphone or camera, from the lobby's preview to the end of the call. */
export interface LocalInput {
  /**
   * Whether it is on: in a call the room has it, unmuted; in the lobby, and while the connection is broken, the
   * device is open and wanted.
   */
  readonly enabled: Readable<boolean>;
  /** Whether the person wants it on. Differs from `enabled` while it starts, and after a failure. */
  readonly wanted: Readable<boolean>;
  /** The open device, for preview and level; `null` while it is closed. The meeting stops it. */
  readonly track: Readable<MediaStreamTrack | null>;
  /** Why it is not on although it was wanted; `null` otherwise. */
  readonly error: Readable<VisioError | null>;
  /** Turns it on or off; resolves to what it then is. */
  readonly setEnabled: Command<[enabled: boolean], boolean>;
  /** Turns it on when it is not wanted, and off when it is. Resolves to whether it is on. */
  toggle(): Promise<boolean>;
  /** Settles when the device is as it is wanted; rejects with what prevented that. */
  settled(): Promise<void>;
}

/** What is particular to a microphone or a camera. */
export interface LocalInputOptions {
  /** How to open it. Another value applies at once. */
  readonly how?: Readable<OpenOptions>;
  readonly filter?: VideoFilter;
  /** Whether it must not be published for now. */
  readonly held: Readable<boolean>;
}

type Kind = 'microphone' | 'camera';

const COMMAND = { microphone: 'setMicrophoneEnabled', camera: 'setCameraEnabled' } as const;

/**
 * One reconciler closes the gap between what is wanted (on or off, which device, preview or call) and what is
 * (device open, published, muted). A camera that is off is closed, so that its light goes out. A microphone that is
 * muted in a call stays open but silent: people unmute in the middle of a word.
 */
export function createLocalInput(context: FeatureContext, devices: Devices, kind: Kind, wantedAtStart: boolean, { how, filter, held }: LocalInputOptions): LocalInput {
  const { engine, connection, roster } = context;
  const wanted = signal(wantedAtStart);
  const track = signal<MediaStreamTrack | null>(null);
  const error = signal<VisioError | null>(null);
  /** What the room has. The engine may publish again by itself after a reconnection: then `track` is not known here. */
  const published = signal<{ track: MediaStreamTrack | null; muted: boolean } | null>(null);
  /** What the device gives; `track` has it with its effect. */
  let source: MediaStreamTrack | null = null;
  let openedDevice: string | null = null;
  let openedHow: OpenOptions | undefined;
  let stopped = false;

  const mayPublish = computed(() => {
    const local = roster.localId.value;
    return local === null || (roster.get(local).value?.canPublish.includes(kind) ?? true);
  });

  const enabled = computed(() => {
    if (held.value) return false;
    if (connection.state.value !== 'connected') return track.value !== null && wanted.value;
    return published.value !== null && !published.value.muted;
  });

  const reconciler = new Reconciler(async () => {
    if (isOver()) return close();
    const connected = connection.state.peek() === 'connected' && !held.peek();
    const inCall = isInCall(connection.state.peek());
    try {
      if (wanted.peek()) {
        await open();
        // It may have been turned off while it opened; the next step closes it.
        if (connected && wanted.peek()) await publish();
      } else {
        silence();
        if (connected) await mute();
        if (kind === 'camera' || !inCall) close();
      }
    } catch (cause) {
      // The call ended in between: what failed with it says nothing about the device.
      if (isOver()) return close();
      const failure = toVisioError(cause, 'UNKNOWN', { device: kind });
      batch(() => {
        error.value = failure;
        wanted.value = false;
      });
      if (!inCall || published.peek() === null || kind === 'camera') close();
      throw failure;
    }
  });

  async function open(): Promise<void> {
    const deviceId = devices.chosen(kind).peek();
    const options = how?.peek();
    let old = source;
    let next = old;
    const isOpen = old?.readyState === 'live' && openedDevice === deviceId;
    if (!isOpen || !(await fits(old!, options))) {
      // Chromium gives a device that is open already as it is open: this one has to be closed first, by all who read it.
      if (isOpen) {
        close();
        old = null;
        await new Promise((resolve) => setTimeout(resolve));
      }
      next = await engine.media.open(kind, deviceId, options);
      next.addEventListener('ended', onEnded, { once: true });
      if (isOver()) return next.stop();
    }
    if (!next) return;
    let shown = next;
    try {
      if (filter) shown = await filter.apply(next);
    } catch (cause) {
      if (next !== old) stop(next);
      throw cause;
    }
    if (isOver()) {
      filter?.release();
      return stop(next);
    }
    source = next;
    openedDevice = deviceId;
    openedHow = options;
    shown.enabled = true;
    batch(() => {
      error.value = null;
      track.value = shown;
    });
    if (old === next) return;
    // The old device goes only now, so that a preview or a call does not blink; publish() takes the new one.
    if (old) stop(old);
    // Labels, and a truthful list, come with the first permission.
    void devices.refresh().catch(() => undefined);
  }

  const isOver = () => stopped || !context.active.peek();

  /** Whether an open track works as it should, if need be after having been told to. */
  async function fits(opened: MediaStreamTrack, { processing }: OpenOptions = {}): Promise<boolean> {
    return !processing || openedHow?.processing === processing || engine.media.setProcessing(opened, processing);
  }

  async function publish(): Promise<void> {
    const current = track.peek();
    if (!current) return;
    if (!mayPublish.peek()) throw new VisioError('PUBLISH_NOT_ALLOWED', `The ${kind} may not be published.`, { device: kind });
    if (published.peek()?.track !== current) await engine.publish(kind, current);
    else if (published.peek()?.muted) await engine.setMuted(kind, false);
    published.value = { track: current, muted: false };
  }

  function silence(): void {
    const current = track.peek();
    if (current) current.enabled = false;
  }

  async function mute(): Promise<void> {
    const now = published.peek();
    if (!now || now.muted) return;
    await engine.setMuted(kind, true);
    if (published.peek()) published.value = { ...now, muted: true };
  }

  function close(): void {
    if (!source) return;
    filter?.release();
    stop(source);
    forget();
  }

  function forget(): void {
    source = openedDevice = track.value = null;
  }

  function stop(old: MediaStreamTrack): void {
    old.removeEventListener('ended', onEnded);
    old.stop();
  }

  function onEnded(): void {
    // Only the system ends a track without our stop(): unplugged, or permission withdrawn. Try the default once.
    filter?.release();
    batch(() => {
      forget();
      error.value = new VisioError('DEVICE_LOST', `The ${kind} disappeared.`, { device: kind });
    });
    if (devices.chosen(kind).peek() !== '') void devices.fallBack(kind);
    else apply();
  }

  function apply(): void {
    reconciler.run().catch((failure) => context.log('warn', `The ${kind} failed`, { code: toVisioError(failure).code }));
  }

  const isOurs = (id: string, source: TrackSource) => id === roster.localId.peek() && source === kind;

  context.onEvent({
    track({ id, track: { source, muted } }) {
      const before = published.peek();
      if (!isOurs(id, source) || before?.muted === muted) return;
      published.value = { track: before?.track ?? null, muted };
      // Muted by a moderator: that is then what this side wants, too. Not so while we change it ourselves.
      if (before && muted && track.peek() !== null && !reconciler.running) {
        wanted.value = false;
        apply();
      }
    },
    'track-removed'({ id, source }) {
      if (!isOurs(id, source)) return;
      published.value = null;
      // It may no longer be published: then the next step says so, and closes the device.
      apply();
    },
    disconnected: () => void (published.value = null),
  });

  const setEnabled = context.command({
    name: COMMAND[kind],
    async run(next: boolean) {
      wanted.value = next;
      if (next) error.value = null;
      if (!context.active.peek()) return false;
      await reconciler.run();
      return enabled.peek();
    },
  });

  // What the reconciler answers to, besides commands.
  context.scope.effect(() => {
    void context.active.value;
    void connection.state.value;
    void devices.chosen(kind).value;
    void how?.value;
    void held.value;
    void filter?.wanted.value;
    apply();
    return undefined;
  });

  context.scope.own(() => {
    stopped = true;
    close();
  });

  return { enabled, wanted, track, error, setEnabled, toggle: () => setEnabled(!wanted.peek()), settled: () => reconciler.run() };
}
