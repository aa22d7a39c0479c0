import { describe, expect, it } from 'vitest';
import { VisioErrorCode } from './codes.js';
import { isVisioError, toVisioError, VisioError } from './visio-error.js';

describe('VisioError', () => {
  it('has a code, a cause and what device it is about', () => {
    const cause = new Error('x');
    const error = new VisioError('DEVICE_BUSY', 'no', { cause, device: 'camera' });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'VisioError', code: 'DEVICE_BUSY', message: 'no', cause, device: 'camera' });
    expect('cause' in new VisioError('UNKNOWN', 'no')).toBe(false);
  });

  it('is final only where trying again cannot help', () => {
    const final = Object.values(VisioErrorCode).filter((code) => !new VisioError(code, '').recoverable);
    expect(final).toEqual(['INVALID_SERVER_URL', 'NO_CREDENTIALS', 'INVALID_ROOM_URL', 'PARTICIPANT_REMOVED', 'ROOM_CLOSED', 'INVALID_ARGUMENT']);
  });
});

describe('VisioErrorCode', () => {
  it('names each code by itself', () => {
    for (const [name, code] of Object.entries(VisioErrorCode)) expect(code).toBe(name);
  });
});

describe('isVisioError', () => {
  it('knows one from another copy of the package', () => {
    const foreign = Object.assign(new Error('x'), { name: 'VisioError', code: 'UNKNOWN' });
    expect(isVisioError(foreign)).toBe(true);
  });

  it.each([undefined, null, 'VisioError', new Error('x'), { name: 'VisioError', code: 'UNKNOWN' }, new DOMException('x', 'NotAllowedError')])('knows that %s is none', (value) => {
    expect(isVisioError(value)).toBe(false);
  });
});

describe('toVisioError', () => {
  it('leaves one as it is', () => {
    const error = new VisioError('VETOED', 'no');
    expect(toVisioError(error, 'UNKNOWN')).toBe(error);
  });

  it('wraps anything else', () => {
    const cause = new TypeError('bad');
    expect(toVisioError(cause, 'PUBLISH_FAILED', { device: 'camera' })).toMatchObject({ code: 'PUBLISH_FAILED', message: 'bad', cause, device: 'camera' });
    expect(toVisioError('bad')).toMatchObject({ code: 'UNKNOWN', message: 'bad', cause: 'bad' });
  });
});
