import { describe, expect, it } from 'vitest';
import { parseRoomState } from './parse-room-state.js';
import { createRoomState } from './room-state.js';

const NOTHING = { accessLevel: null, canPublish: null, everyoneCanMute: true, recording: null };

describe('parseRoomState', () => {
  it('reads what La Suite Meet writes', () => {
    const metadata = {
      configuration: { can_publish_sources: ['microphone', 'camera'], everyone_can_mute: false },
      access_level: 'trusted',
      recording_mode: 'screen_recording',
      recording_status: 'started',
    };
    expect(parseRoomState(JSON.stringify(metadata))).toEqual({
      accessLevel: 'trusted',
      canPublish: ['microphone', 'camera'],
      everyoneCanMute: false,
      recording: { mode: 'screen_recording', status: 'started' },
    });
  });

  it('tells nothing allowed from nothing said', () => {
    const read = (sources: unknown) => parseRoomState(JSON.stringify({ configuration: { can_publish_sources: sources } })).canPublish;
    expect(read([])).toEqual([]);
    expect(read(null)).toBe(null);
    expect(read(undefined)).toBe(null);
    expect(read(['camera', 'telepathy', 7, 'camera'])).toEqual(['camera']);
  });

  it.each([
    '',
    'null',
    '"null"',
    '[]',
    '7',
    '{',
    '{"configuration":null,"access_level":"open"}',
    '{"configuration":{"everyone_can_mute":"no"}}',
    '{"recording_mode":"screen_recording"}',
    '{"recording_mode":"screen_recording","recording_status":"begun"}',
    `{"access_level":"public","x":"${'x'.repeat(70_000)}"}`,
  ])('makes nothing of %.40s', (metadata) => {
    expect(parseRoomState(metadata)).toEqual(NOTHING);
  });
});

describe('createRoomState', () => {
  function create() {
    const store = createRoomState();
    store.give(undefined, parseRoomState);
    return store;
  }

  it('reads what was told before its reader was there', () => {
    const { state, handle, give } = createRoomState();
    handle({ type: 'room', metadata: '{"access_level":"restricted"}' });
    expect(state.value).toEqual(NOTHING);
    give({ everyoneCanMute: false }, parseRoomState);
    expect(state.value).toEqual({ ...NOTHING, accessLevel: 'restricted', everyoneCanMute: false });
  });

  it('changes with the metadata, and forgets it with the call', () => {
    const { state, handle } = create();
    handle({ type: 'room', metadata: '{"access_level":"restricted"}' });
    const told = state.value;
    expect(told.accessLevel).toBe('restricted');
    handle({ type: 'room', metadata: '{"access_level":"restricted"}' });
    expect(state.value).toBe(told);
    handle({ type: 'disconnected', reason: 'left' });
    expect(state.value).toEqual(NOTHING);
  });

  it('is as the backend says where the room does not tell', () => {
    const { state, handle, give } = create();
    give({ accessLevel: 'trusted', canPublish: ['microphone'], everyoneCanMute: false }, parseRoomState);
    expect(state.value).toEqual({ accessLevel: 'trusted', canPublish: ['microphone'], everyoneCanMute: false, recording: null });
    handle({ type: 'room', metadata: '{"access_level":"public"}' });
    expect(state.value).toMatchObject({ accessLevel: 'public', canPublish: ['microphone'], everyoneCanMute: false });
    // The configuration is told as a whole.
    handle({ type: 'room', metadata: '{"access_level":"public","configuration":{}}' });
    expect(state.value).toMatchObject({ accessLevel: 'public', canPublish: null, everyoneCanMute: true });
    handle({ type: 'disconnected', reason: 'left' });
    give(undefined, parseRoomState);
    expect(state.value).toEqual(NOTHING);
  });
});
