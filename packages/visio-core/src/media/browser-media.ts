import type { VisioErrorCode } from '../errors/codes.js';
import { VisioError, type DeviceUse } from '../errors/visio-error.js';
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
 * this can be made anywhere; where the API is missing (insecure page, iframe without `allow`) opening fails with
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
    async testSpeaker(deviceId) {
      try {
        await (await import('./test-sound.js')).playTestSound(deviceId);
      } catch (cause) {
        throw mapMediaError(cause, 'speaker');
      }
    },
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
  if (!devices?.getUserMedia) throw unsupported(kind);
  // `ideal`, not `exact`: a remembered device that is gone must not keep a person silent.
  const device = deviceId === '' ? {} : { deviceId: { ideal: deviceId } };
  const constraints: MediaStreamConstraints =
    kind === 'microphone'
      ? { audio: { ...device, ...processing } }
      : { video: { ...device, width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } } };
  try {
    const stream = await devices.getUserMedia(constraints);
    const [track] = stream.getTracks();
    if (!track) throw new VisioError('DEVICE_NOT_FOUND', `No ${kind} track was given.`, { device: kind });
    return track;
  } catch (cause) {
    throw mapMediaError(cause, kind);
  }
}

async function openScreen({ hint = 'text', sound = true, onSelf }: ScreenOptions = {}): Promise<ScreenTracks> {
  const devices = mediaDevices();
  if (!devices?.getDisplayMedia) throw unsupported('screen');
  try {
    const stream = await devices.getDisplayMedia({
      video: { frameRate: { ideal: hint === 'text' ? 15 : 30, max: 30 } },
      // Music is no noise; and what the meeting itself plays in a shared tab would come back to those who said it.
      audio: sound && { echoCancellation: false, noiseSuppression: false, autoGainControl: false, ...{ restrictOwnAudio: true } },
      // Not in TypeScript's DOM library yet (Screen Capture, W3C): offer the own tab, and the tab's sound.
      ...{ selfBrowserSurface: 'include', surfaceSwitching: 'include', systemAudio: 'include' },
    });
    const [video] = stream.getVideoTracks();
    if (!video) throw new VisioError('DEVICE_NOT_FOUND', 'No screen track was given.', { device: 'screen' });
    if (onSelf) void import('./self-capture.js').then(({ watchSelf }) => watchSelf(video, onSelf)).catch(() => undefined);
    return { video, audio: stream.getAudioTracks()[0] ?? null };
  } catch (cause) {
    throw mapMediaError(cause, 'screen');
  }
}

function unsupported(device: DeviceUse): VisioError {
  return new VisioError(
    'DEVICE_UNSUPPORTED',
    `The browser offers no ${device} here: the page is not secure (https: or localhost), an iframe lacks its allow attribute, or the browser is too old.`,
    { device },
  );
}

const CODES: Readonly<Record<string, VisioErrorCode>> = {
  NotAllowedError: 'DEVICE_DENIED',
  SecurityError: 'DEVICE_DENIED',
  NotFoundError: 'DEVICE_NOT_FOUND',
  OverconstrainedError: 'DEVICE_NOT_FOUND',
  NotReadableError: 'DEVICE_BUSY',
  AbortError: 'DEVICE_BUSY',
};

/** The names that `getUserMedia` and `getDisplayMedia` reject with, as our codes. */
export function mapMediaError(cause: unknown, device: DeviceUse): VisioError {
  if (cause instanceof VisioError) return cause;
  const name = cause instanceof Error ? cause.name : '';
  return new VisioError(CODES[name] ?? 'UNKNOWN', `Could not open the ${device}: ${name || String(cause)}.`, {
    cause,
    device,
  });
}
