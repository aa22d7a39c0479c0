import type { Device, DeviceKind, DevicePermission } from '../../engine/engine.js';
import { VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { batch, signal, type Command, type Readable } from '../../reactive/index.js';
import { recall, remember } from '../stored.js';

/** Which devices there are and which ones the person chose. */
export interface Devices {
  readonly microphones: Readable<readonly Device[]>;
  readonly cameras: Readable<readonly Device[]>;
  /** Empty where the browser cannot choose one (Safari). */
  readonly speakers: Readable<readonly Device[]>;
  /** The chosen device; `''` is the system's default. */
  chosen(kind: DeviceKind): Readable<string>;
  /** What is known of the permission, without asking. */
  permission(kind: 'microphone' | 'camera'): Readable<DevicePermission>;
  /** Uses another device from now on, during a call as well. */
  readonly choose: Command<[kind: DeviceKind, id: string]>;
  /** Uses the system's default in place of a device that is gone. The choice is still remembered, for when it is back. */
  fallBack(kind: DeviceKind): Promise<void>;
  /** Plays a few notes on the chosen speaker; resolves when they have ended. */
  readonly testSpeaker: Command;
  /** Reads the lists again; they also follow the system by themselves from the lobby on. */
  refresh(): Promise<void>;
}

const KINDS: readonly DeviceKind[] = ['microphone', 'camera', 'speaker'];
const STORAGE_KEY = 'visio-devices';

export function createDevices(context: FeatureContext): Devices {
  const { media } = context.engine;
  const lists = { microphone: list(), camera: list(), speaker: list() };
  const remembered = recall(context.storage, STORAGE_KEY);
  const choice = (kind: DeviceKind) => {
    const id = remembered[kind];
    return signal(typeof id === 'string' ? id : '');
  };
  const chosen = { microphone: choice('microphone'), camera: choice('camera'), speaker: choice('speaker') };
  const permissions = {
    microphone: signal<DevicePermission>('unknown'),
    camera: signal<DevicePermission>('unknown'),
  };

  async function refresh(): Promise<void> {
    const [devices, microphone, camera] = await Promise.all([
      media.list(),
      media.permission('microphone'),
      media.permission('camera'),
    ]);
    batch(() => {
      for (const kind of KINDS) {
        const found = devices.filter((device) => device.kind === kind);
        if (!sameDevices(lists[kind].peek(), found)) lists[kind].value = found;
      }
      permissions.microphone.value = microphone;
      permissions.camera.value = camera;
    });
  }

  const refreshQuietly = () => void refresh().catch((error) => context.log('warn', 'Cannot list devices', { error }));

  context.scope.effect(() => {
    if (!context.active.value) return undefined;
    refreshQuietly();
    return media.onChange(refreshQuietly);
  });

  // The engine forgets the speaker with its connection.
  context.onEvent({
    connected() {
      if (chosen.speaker.peek() !== '') void setSpeaker(chosen.speaker.peek()).catch(() => undefined);
    },
  });

  async function setSpeaker(id: string): Promise<void> {
    await context.engine.setSpeaker(id);
  }

  async function use(kind: DeviceKind, id: string): Promise<void> {
    if (kind === 'speaker') await setSpeaker(id);
    chosen[kind].value = id;
  }

  return {
    microphones: lists.microphone,
    cameras: lists.camera,
    speakers: lists.speaker,
    chosen: (kind) => chosen[kind],
    permission: (kind) => permissions[kind],
    refresh,
    fallBack: (kind) => use(kind, ''),
    testSpeaker: context.command({ name: 'testSpeaker', run: () => media.testSpeaker(chosen.speaker.peek()) }),
    choose: context.command({
      name: 'chooseDevice',
      async run(kind: DeviceKind, id: string) {
        if (!KINDS.includes(kind)) throw new VisioError('INVALID_ARGUMENT', `There is no device kind "${String(kind)}".`);
        await use(kind, id);
        remember(context.storage, STORAGE_KEY, { microphone: chosen.microphone.peek(), camera: chosen.camera.peek(), speaker: chosen.speaker.peek() });
      },
    }),
  };
}

function list() {
  return signal<readonly Device[]>([]);
}

function sameDevices(a: readonly Device[], b: readonly Device[]): boolean {
  return a.length === b.length && a.every((device, i) => device.id === b[i]?.id && device.label === b[i].label);
}
