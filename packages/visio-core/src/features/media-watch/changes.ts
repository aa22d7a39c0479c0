import type { Device } from '../../engine/engine.js';
import type { DeviceChange } from './media-watch.js';

/** Chromium lists what the system prefers once more under these ids: another preference is no other device. */
const ALIASES: readonly string[] = ['default', 'communications'];

/** What was plugged in and out between two lists, thing by thing. */
export function comesAndGoes(before: readonly Device[], now: readonly Device[], isInUse: (device: Device) => boolean): readonly DeviceChange[] {
  const [old, fresh] = [named(before), named(now)];
  // The names come with the first permission: until then nothing can be told of what was there.
  if (old.length === 0) return [];
  return [...group(old, fresh, 'disconnected'), ...group(fresh, old, 'connected')];

  function group(those: readonly Device[], without: readonly Device[], type: DeviceChange['type']): DeviceChange[] {
    const things = new Map<string, Device[]>();
    for (const device of those) {
      if (without.some(({ id, kind }) => id === device.id && kind === device.kind)) continue;
      const key = device.groupId || `${device.kind} ${device.id}`;
      things.set(key, [...(things.get(key) ?? []), device]);
    }
    return [...things.values()].map((devices) => ({ type, label: nameOf(devices), devices, inUse: type === 'disconnected' && devices.some(isInUse) }));
  }
}

function named(devices: readonly Device[]): readonly Device[] {
  return devices.filter(({ id, label }) => label !== '' && !ALIASES.includes(id));
}

/** Without the numbers that Chromium adds, "(046d:0a44)", which tell a person nothing. */
function nameOf([first]: readonly Device[]): string {
  return first?.label.replace(/\s*\([\da-f]{4}:[\da-f]{4}\)$/i, '') ?? '';
}
