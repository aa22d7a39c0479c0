import { describe, expect, it } from 'vitest';
import { VisioError } from '../errors/visio-error.js';
import { browserMedia, mapMediaError } from './browser-media.js';

describe('mapMediaError', () => {
  it.each([
    ['NotAllowedError', 'DEVICE_DENIED'],
    ['SecurityError', 'DEVICE_DENIED'],
    ['NotFoundError', 'DEVICE_NOT_FOUND'],
    ['OverconstrainedError', 'DEVICE_NOT_FOUND'],
    ['NotReadableError', 'DEVICE_BUSY'],
    ['AbortError', 'DEVICE_BUSY'],
    ['InvalidStateError', 'UNKNOWN'],
  ])('takes %s as %s', (name, code) => {
    const cause = new DOMException('no', name);
    expect(mapMediaError(cause, 'camera')).toMatchObject({ code, device: 'camera', cause });
  });

  it('takes anything', () => {
    expect(mapMediaError('odd', 'screen')).toMatchObject({ code: 'UNKNOWN', device: 'screen' });
    const error = new VisioError('DEVICE_NOT_FOUND', 'no');
    expect(mapMediaError(error, 'camera')).toBe(error);
  });
});

describe('browserMedia where there is no browser', () => {
  const media = browserMedia();

  it('offers nothing, and fails with DEVICE_UNSUPPORTED', async () => {
    expect([media.canShareScreen, media.canChooseSpeaker]).toEqual([false, false]);
    await expect(media.list()).resolves.toEqual([]);
    await expect(media.permission('camera')).resolves.toBe('unknown');
    await expect(media.open('camera', '')).rejects.toMatchObject({ code: 'DEVICE_UNSUPPORTED', device: 'camera' });
    await expect(media.openScreen()).rejects.toMatchObject({ code: 'DEVICE_UNSUPPORTED', device: 'screen' });
    media.onChange(() => undefined)();
  });
});
