import type { Device, DeviceKind, Meeting } from 'visio-core';

/**
 * The devices that a person can choose between, besides the system's default. Chromium lists the default once more,
 * under these ids.
 */
export function deviceChoices(meeting: Meeting, kind: DeviceKind): readonly Device[] {
  const { microphones, cameras, speakers } = meeting.devices;
  const all = { microphone: microphones, camera: cameras, speaker: speakers }[kind].value;
  return all.filter(({ id }) => id !== 'default' && id !== 'communications');
}
