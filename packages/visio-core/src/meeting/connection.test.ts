import { describe, expect, it } from 'vitest';
import { VisioError } from '../errors/visio-error.js';
import { effect } from '../reactive/index.js';
import { createConnection, isInCall, type ConnectionState } from './connection.js';

const STATES: readonly ConnectionState[] = ['idle', 'lobby', 'joining', 'waiting', 'connected', 'reconnecting', 'left', 'failed'];

/** Written out, not imported: the table is what is tested. */
const WAYS: Readonly<Record<ConnectionState, readonly ConnectionState[]>> = {
  idle: ['lobby', 'joining'],
  lobby: ['joining', 'left', 'idle'],
  joining: ['waiting', 'connected', 'failed', 'left'],
  waiting: ['joining', 'failed', 'left'],
  connected: ['reconnecting', 'left', 'failed'],
  reconnecting: ['connected', 'left', 'failed'],
  left: ['lobby', 'joining', 'idle'],
  failed: ['lobby', 'joining', 'idle', 'left'],
};

/** A shortest way to each state. */
const TO: Readonly<Record<ConnectionState, readonly ConnectionState[]>> = {
  idle: [],
  lobby: ['lobby'],
  joining: ['joining'],
  waiting: ['joining', 'waiting'],
  connected: ['joining', 'connected'],
  reconnecting: ['joining', 'connected', 'reconnecting'],
  left: ['joining', 'left'],
  failed: ['joining', 'failed'],
};

function connectionIn(state: ConnectionState) {
  const connection = createConnection();
  for (const step of TO[state]) expect(connection.go(step)).toBe(true);
  expect(connection.state.value).toBe(state);
  return connection;
}

describe('createConnection', () => {
  for (const from of STATES) {
    for (const to of STATES) {
      const legal = WAYS[from].includes(to);
      it(`${legal ? 'goes' : 'does not go'} from ${from} to ${to}`, () => {
        const connection = connectionIn(from);
        expect(connection.go(to)).toBe(legal);
        expect(connection.state.value).toBe(legal ? to : from);
      });
    }
  }

  it('keeps error and reason when it refuses to go', () => {
    const connection = connectionIn('joining');
    const error = new VisioError('SERVER_UNREACHABLE', 'no');
    connection.go('failed', { error, reason: 'failed' });
    expect(connection.go('connected')).toBe(false);
    expect([connection.error.value, connection.endReason.value]).toEqual([error, 'failed']);
  });

  it('forgets error and reason on the next way', () => {
    const connection = connectionIn('joining');
    connection.go('failed', { error: new VisioError('SERVER_UNREACHABLE', 'no'), reason: 'failed' });
    connection.go('joining');
    expect([connection.error.value, connection.endReason.value]).toEqual([null, null]);
  });

  it('changes state, error and reason in one update', () => {
    const connection = connectionIn('joining');
    const seen: string[] = [];
    effect(() => void seen.push(`${connection.state.value} ${connection.error.value?.code} ${connection.endReason.value}`));
    connection.go('failed', { error: new VisioError('INVALID_TOKEN', 'no'), reason: 'failed' });
    expect(seen).toEqual(['joining undefined null', 'failed INVALID_TOKEN failed']);
  });
});

describe('isInCall', () => {
  it('is true while there is a room on the other side', () => {
    expect(STATES.filter(isInCall)).toEqual(['connected', 'reconnecting']);
  });
});
