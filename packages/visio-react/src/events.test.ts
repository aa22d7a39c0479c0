import { describe, expect, it } from 'vitest';
import { createMeeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { COMMANDS, events } from './events.js';

/** The names of all commands in a meeting and its features, in kebab case. */
function commandsOf(value: unknown, depth = 0): string[] {
  if (typeof value === 'function') return 'enabled' in value && 'pending' in value ? [value.name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)] : [];
  if (typeof value !== 'object' || value === null || depth > 3) return [];
  return Object.values(value).flatMap((each) => commandsOf(each, depth + 1));
}

describe('events', () => {
  it('has a prop for each command that a host may prevent', () => {
    const { engine: _, ...meeting } = createMeeting({ engine: simulatedEngine({ sound: false }) });
    expect([...COMMANDS].sort()).toEqual([...new Set(commandsOf(meeting))].sort());
    meeting.dispose();
  });

  it('names props as React does', () => {
    expect(events.onVisioParticipantJoined).toBe('visio-participant-joined');
    expect(events.onVisioBeforeSetCameraEnabled).toBe('visio-before-set-camera-enabled');
  });
});
