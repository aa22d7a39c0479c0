import type { ScreenTracks } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';

/** The local screen share. */
export interface ScreenShare {
  /** Whether the room sees it. */
  readonly enabled: Readable<boolean>;
  /** Whether the browser can share a screen at all (phones cannot) and this participant may. */
  readonly available: Readable<boolean>;
  readonly track: Readable<MediaStreamTrack | null>;
  /**
   * Starts, asking the person what to share, or stops; resolves to what it then is.
   * Rejects with `DEVICE_DENIED` when the person cancels.
   */
  readonly setEnabled: Command<[enabled: boolean], boolean>;
  toggle(): Promise<boolean>;
}

export function createScreenShare(context: FeatureContext): ScreenShare {
  const { engine, connection, roster } = context;
  const tracks = signal<ScreenTracks | null>(null);
  const enabled = signal(false);
  const available = computed(() => {
    const local = roster.localId.value;
    const allowed = local !== null && (roster.get(local).value?.canPublish.includes('screen_share') ?? false);
    return allowed && isInCall(connection.state.value) && engine.media.canShareScreen;
  });

  async function start(): Promise<void> {
    if (tracks.peek()) return;
    const opened = await engine.media.openScreen();
    tracks.value = opened;
    // The browser's own "stop sharing" ends the track.
    opened.video.addEventListener('ended', () => void stop(), { once: true });
    try {
      if (connection.state.peek() !== 'connected') throw new VisioError('PUBLISH_FAILED', 'The meeting was not connected.', { device: 'screen' });
      await engine.publish('screen_share', opened.video);
      if (opened.audio) await engine.publish('screen_share_audio', opened.audio);
      enabled.value = tracks.peek() !== null;
    } catch (cause) {
      await stop();
      throw cause;
    }
  }

  async function stop(): Promise<void> {
    const current = tracks.peek();
    release();
    if (!current || !isInCall(connection.state.peek())) return;
    await engine.unpublish('screen_share');
    if (current.audio) await engine.unpublish('screen_share_audio');
  }

  function release(): void {
    const current = tracks.peek();
    tracks.value = null;
    enabled.value = false;
    current?.video.stop();
    current?.audio?.stop();
  }

  context.onEvent((event) => {
    if (event.type === 'disconnected') release();
    // A moderator stopped it.
    const stopped = event.type === 'track-removed' && event.id === roster.localId.peek() && event.source === 'screen_share';
    if (stopped && enabled.peek() && connection.state.peek() === 'connected') void stop();
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

  return {
    enabled,
    available,
    track: computed(() => tracks.value?.video ?? null),
    setEnabled,
    toggle: () => setEnabled(!enabled.peek()),
  };
}
