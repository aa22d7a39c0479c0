import type { ScreenHint, ScreenTracks, TrackSource } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';

/** How a screen is shared. */
export interface ScreenShareOptions {
  /**
   * `text` keeps every pixel, at 15 frames a second or fewer; `motion` keeps movement fluent, at up to 30, and gives up
   * resolution for it when the network is weak. Default: `text`.
   */
  readonly hint: ScreenHint;
  /** Whether the browser offers the sound of what is shared: it asks the person, and cannot everywhere. Default: true. */
  readonly sound: boolean;
}

/** The local screen share. */
export interface ScreenShare {
  /** Whether the room sees it. */
  readonly enabled: Readable<boolean>;
  /** Whether the browser can share a screen at all (phones cannot) and this participant may. */
  readonly available: Readable<boolean>;
  readonly track: Readable<MediaStreamTrack | null>;
  /** Whether its sound is shared, too. */
  readonly hasSound: Readable<boolean>;
  /**
   * Whether what is shared is the tab that shows this page: the picture then holds itself, again and again. Chromium
   * tells (Capture Handle, W3C), unless the page is in a frame; elsewhere it stays false.
   */
  readonly isSelf: Readable<boolean>;
  /** How it is shared, now or the next time. */
  readonly options: Readable<ScreenShareOptions>;
  /**
   * Changes some options; resolves to all of them. `hint` changes what is shared now, without a break; `sound` is for
   * the next time. Rejects with `INVALID_ARGUMENT` for a hint that there is not.
   */
  readonly setOptions: Command<[change: Partial<ScreenShareOptions>], ScreenShareOptions>;
  /**
   * Starts, asking the person what to share, or stops; resolves to what it then is.
   * Rejects with `DEVICE_DENIED` when the person cancels.
   */
  readonly setEnabled: Command<[enabled: boolean], boolean>;
  /** Shares when nothing is shared, and ends it otherwise. Resolves to whether something is shared. */
  toggle(): Promise<boolean>;
}

export function createScreenShare(context: FeatureContext): ScreenShare {
  const { engine, connection, roster } = context;
  const tracks = signal<ScreenTracks | null>(null);
  const enabled = signal(false);
  const isSelf = signal(false);
  const options = signal<ScreenShareOptions>({ hint: 'text', sound: true });
  const available = computed(() => {
    const local = roster.localId.value;
    const allowed = local !== null && (roster.get(local).value?.canPublish.includes('screen_share') ?? false);
    return allowed && isInCall(connection.state.value) && engine.media.canShareScreen;
  });

  async function start(): Promise<void> {
    if (tracks.peek()) return;
    const opened = await engine.media.openScreen({ ...options.peek(), onSelf: (now) => (isSelf.value = now) });
    tracks.value = opened;
    // The browser's own "stop sharing" ends the track.
    opened.video.addEventListener('ended', () => void stop().catch(() => undefined), { once: true });
    try {
      if (connection.state.peek() !== 'connected') throw new VisioError('PUBLISH_FAILED', 'The meeting was not connected.', { device: 'screen' });
      await engine.publish('screen_share', opened.video, { hint: options.peek().hint });
      // Others see it from now on, and a moderator may stop it, also while its sound is still on the way.
      enabled.value = tracks.peek() !== null;
      if (opened.audio && tracks.peek() === opened) await engine.publish('screen_share_audio', opened.audio);
      // What was not published yet when it was stopped could not be taken back then.
      if (tracks.peek() === null) await withdraw(opened);
    } catch (cause) {
      await stop();
      throw cause;
    }
  }

  async function stop(): Promise<void> {
    const current = tracks.peek();
    release();
    if (current) await withdraw(current);
  }

  async function withdraw({ audio }: ScreenTracks): Promise<void> {
    if (!isInCall(connection.state.peek())) return;
    await engine.unpublish('screen_share');
    if (audio) await engine.unpublish('screen_share_audio');
  }

  function release(): void {
    const current = tracks.peek();
    tracks.value = null;
    isSelf.value = false;
    enabled.value = false;
    current?.video.stop();
    current?.audio?.stop();
  }

  /** A moderator muted it, or took the right to it away. */
  function onGone(id: string, source: TrackSource): void {
    const stopped = source === 'screen_share' && id === roster.localId.peek();
    if (stopped && enabled.peek() && connection.state.peek() === 'connected') void stop().catch(() => undefined);
  }

  context.onEvent({
    disconnected: release,
    track: ({ id, track }) => track.muted && onGone(id, track.source),
    'track-removed': ({ id, source }) => onGone(id, source),
  });
  context.scope.own(release);

  const setEnabled = context.command({
    name: 'setScreenShareEnabled',
    enabled: available,
    async run(next: boolean) {
      await (next ? start() : stop());
      return enabled.peek();
    },
  });

  const setOptions = context.command({
    name: 'setScreenShareOptions',
    async run(change: Partial<ScreenShareOptions>) {
      const { changeOptions } = await import('./change-options.js');
      return (options.value = await changeOptions(engine, options.peek(), change, () => (enabled.peek() ? tracks.peek()?.video : undefined)));
    },
  });

  return {
    enabled,
    available,
    track: computed(() => tracks.value?.video ?? null),
    hasSound: computed(() => enabled.value && Boolean(tracks.value?.audio)),
    isSelf,
    options,
    setOptions,
    setEnabled,
    toggle: () => setEnabled(!enabled.peek()),
  };
}
