import type { Device, DeviceKind } from '../../engine/engine.js';
import { comesAndGoes } from './changes.js';
import type { DeviceChange, WatchOptions } from './media-watch.js';

const KINDS: readonly DeviceKind[] = ['microphone', 'camera', 'speaker'];

/**
 * Tells of devices that come and go, and has it told who speaks into a muted microphone. Returns what holds the microphone
 * on.
 */
export function watchMedia({ scope, devices, microphone, notices, change, speakingWhileMuted }: WatchOptions): () => () => void {
  // The call ended while this was fetched.
  if (scope.ended) return () => () => undefined;
  change.value = null;
  watchDevices();
  listenWhenMuted();
  return createHold();

  function watchDevices(): void {
    let before: readonly Device[] | null = null;
    // A camera or microphone falls back on the default by itself, before the lists tell why: the choice before it counts.
    const chosen = new Map<DeviceKind, string>();
    for (const kind of KINDS) {
      scope.own(
        devices.chosen(kind).subscribe((id) => {
          if (id !== '') chosen.set(kind, id);
        }),
      );
    }
    scope.effect(() => {
      const now = [...devices.microphones.value, ...devices.cameras.value, ...devices.speakers.value];
      const changes = before ? comesAndGoes(before, now, (device) => chosen.get(device.kind) === device.id) : [];
      before = now;
      for (const each of changes) tellChange(each);
      return undefined;
    });
  }

  function tellChange(next: DeviceChange): void {
    change.value = next;
    const { type, label, inUse } = next;
    const speaker = next.devices.find(({ kind }) => kind === 'speaker');
    // The browser falls silent, or goes on elsewhere without a word.
    if (type === 'disconnected' && speaker && devices.chosen('speaker').peek() === speaker.id) void devices.fallBack('speaker').catch(() => undefined);
    const key = type === 'connected' ? 'device.connected' : inUse ? 'device.fellBack' : 'device.disconnected';
    const use = { label: { key: 'device.use' }, run: () => void useAll(next.devices) } as const;
    const takeBack = notices.show({ kind: 'device', text: { key, values: { name: label } }, urgency: 'high', actions: type === 'connected' ? [use] : [] });
    scope.own(takeBack);
  }

  async function useAll(those: readonly Device[]): Promise<void> {
    for (const { kind, id } of those) await devices.choose(kind, id).catch(() => undefined);
  }

  /** What listens is fetched when one is muted for the first time. */
  function listenWhenMuted(): void {
    let isAsked = false;
    scope.effect(() => {
      if (!microphone.track.value || microphone.wanted.value || isAsked) return undefined;
      isAsked = true;
      import('./muted-speech.js').then(
        ({ watchMutedSpeech }) => {
          if (!scope.ended) watchMutedSpeech({ scope, microphone, notices, speakingWhileMuted });
        },
        // Asked for again when one is muted again.
        () => (isAsked = false),
      );
      return undefined;
    });
  }

  function createHold(): () => () => void {
    const holders = new Set<symbol>();
    let offAfter = false;
    const change = (on: boolean) => void microphone.setEnabled(on).catch(() => undefined);
    return () => {
      const holder = Symbol('hold');
      const isOff = !microphone.wanted.peek();
      if (holders.size === 0) offAfter = isOff;
      holders.add(holder);
      if (isOff) change(true);
      return () => {
        if (holders.delete(holder) && holders.size === 0 && offAfter && microphone.wanted.peek()) change(false);
      };
    };
  }
}
