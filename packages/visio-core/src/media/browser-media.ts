import type { DeviceUse, VisioError } from '../errors/visio-error.js';
import type {
  Device,
  DeviceKind,
  DevicePermission,
  MediaInput,
  MicrophoneProcessing,
  OpenOptions,
  ScreenOptions,
  ScreenTracks,
} from '../engine/engine.js';

const KINDS: Readonly<Record<string, DeviceKind>> = {
  audioinput: 'microphone',
  videoinput: 'camera',
  audiooutput: 'speaker',
};

/**
 * The browser's own devices, by the Media Capture and Streams API (W3C). Nothing is touched until called, so
 * this can be made anywhere; where the API is missing (insecure page) opening fails with
 * `DEVICE_UNSUPPORTED`.
 */
export function browserMedia(): MediaInput {
  return {
    get canShareScreen() {
      return typeof mediaDevices()?.getDisplayMedia === 'function';
    },
    get canChooseSpeaker() {
      return typeof HTMLMediaElement !== 'undefined' && 'setSinkId' in HTMLMediaElement.prototype;
    },
    list,
    permission,
    onChange,
    get canApplyEffects() {
      return typeof VideoFrame !== 'undefined' && typeof OffscreenCanvas !== 'undefined';
    },
    open,
    openScreen,
    setProcessing: async (...how) => (await import('./set-processing.js')).setProcessing(...how),
    testSpeaker: async (deviceId) => (await import('./test-speaker.js')).testSpeaker(deviceId),
    applyEffect: async (...effect) => (await import('./effects/apply-effect.js')).applyEffect(...effect),
  };
}

/** What `getUserMedia` is asked for when nobody said otherwise. */
export const DEFAULT_PROCESSING: MicrophoneProcessing = { noiseSuppression: true, echoCancellation: true, autoGainControl: true };

function mediaDevices(): MediaDevices | undefined {
  return globalThis.navigator?.mediaDevices;
}

async function list(): Promise<readonly Device[]> {
  const found = (await mediaDevices()?.enumerateDevices()) ?? [];
  return found.flatMap(({ deviceId, kind, label, groupId }) => {
    const known = KINDS[kind];
    // Without permission the browser lists one nameless device a kind: that is "some", not a choice.
    return known && deviceId !== '' ? [{ id: deviceId, kind: known, label, groupId }] : [];
  });
}

async function permission(kind: 'microphone' | 'camera'): Promise<DevicePermission> {
  try {
    const status = await navigator.permissions.query({ name: kind as PermissionName });
    return status.state;
  } catch {
    // Firefox before 132 and some webviews do not know these names.
    return 'unknown';
  }
}

function onChange(listener: () => void): () => void {
  const end = new AbortController();
  mediaDevices()?.addEventListener('devicechange', listener, { signal: end.signal });
  for (const name of ['microphone', 'camera']) {
    globalThis.navigator?.permissions
      ?.query({ name: name as PermissionName })
      .then((status) => status.addEventListener('change', listener, { signal: end.signal }))
      .catch(() => undefined);
  }
  return () => end.abort();
}

async function open(kind: 'microphone' | 'camera', deviceId: string, { processing = DEFAULT_PROCESSING }: OpenOptions = {}): Promise<MediaStreamTrack> {
  const devices = mediaDevices();
  if (!devices?.getUserMedia) throw await explain(null, kind);
  // `ideal`, not `exact`: a remembered device that is gone must not keep a person silent.
  const device = deviceId === '' ? {} : { deviceId: { ideal: deviceId } };
  const constraints: MediaStreamConstraints =
    kind === 'microphone'
      ? { audio: { ...device, ...processing } }
      : { video: { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } };
  try {
    const stream = await devices.getUserMedia(constraints);
    const [track] = stream.getTracks();
    if (!track) throw new DOMException('', 'NotFoundError');
    return track;
  } catch (cause) {
    throw await explain(cause, kind);
  }
}

async function openScreen({ hint = 'text', sound = true, onSelf }: ScreenOptions = {}): Promise<ScreenTracks> {
  const devices = mediaDevices();
  if (!devices?.getDisplayMedia) throw await explain(null, 'screen');
  try {
    const stream = await devices.getDisplayMedia({
      video: { frameRate: { ideal: hint === 'text' ? 15 : 30, max: 30 } },
      // Music is no noise; and what the meeting itself plays in a shared tab would come back to those who said it.
      audio: sound && { echoCancellation: false, noiseSuppression: false, autoGainControl: false, ...{ restrictOwnAudio: true } },
      // Not in TypeScript's DOM library yet (Screen Capture, W3C): offer the own tab, and the tab's sound.
      ...{ selfBrowserSurface: 'include', surfaceSwitching: 'include', systemAudio: 'include' },
    });
    const [video] = stream.getVideoTracks();
    if (!video) throw new DOMException('', 'NotFoundError');
    if (onSelf) void import('./self-capture.js').then(({ watchSelf }) => watchSelf(video, onSelf)).catch(() => undefined);
    return { video, audio: stream.getAudioTracks()[0] ?? null };
  } catch (cause) {
    throw await explain(cause, 'screen');
  }
}

/** What a failure means. Few have one: the words for it come with the first. */
async function explain(cause: unknown, device: DeviceUse): Promise<VisioError> {
  return (await import('./media-error.js')).explainMediaError(cause, device);
}
