import { afterEach, describe, expect, it, vi } from 'vitest';
import { VisioError } from '../errors/visio-error.js';
import { browserMedia } from './browser-media.js';
import { mapMediaError } from './media-error.js';

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

describe('browserMedia in a frame', () => {
  afterEach(() => vi.unstubAllGlobals());

  interface Around {
    /** What Chromium's policy allows; without it there is none to ask. */
    readonly policy?: readonly string[];
    readonly listed?: readonly string[];
    readonly href?: string;
    readonly framed?: boolean;
  }

  function refuse({ policy, listed = [], href = 'https://app.example/call?room=7', framed = true }: Around) {
    const fail = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    vi.stubGlobal('self', globalThis);
    vi.stubGlobal('top', framed ? {} : globalThis);
    vi.stubGlobal('location', { href });
    vi.stubGlobal('document', policy ? { featurePolicy: { allowsFeature: (name: string) => policy.includes(name) } } : {});
    vi.stubGlobal('navigator', {
      mediaDevices: { getUserMedia: fail, getDisplayMedia: fail, enumerateDevices: async () => listed.map((kind) => ({ kind, deviceId: '' })) },
    });
    return browserMedia();
  }

  it.each([
    ['the policy does not allow it', { policy: ['microphone'] }, 'DEVICE_BLOCKED'],
    ['the policy allows it', { policy: ['camera'] }, 'DEVICE_DENIED'],
    ['none of its kind is listed', { listed: ['audioinput'] }, 'DEVICE_BLOCKED'],
    ['one of its kind is listed', { listed: ['videoinput'] }, 'DEVICE_DENIED'],
    ['it is no frame', { policy: [], framed: false }, 'DEVICE_DENIED'],
  ] as const)('a refused camera where %s', async (_, around, code) => {
    await expect(refuse(around).open('camera', '')).rejects.toMatchObject({ code, device: 'camera' });
  });

  it('tells of a screen only where it can be known', async () => {
    await expect(refuse({ policy: ['camera'] }).openScreen()).rejects.toMatchObject({ code: 'DEVICE_BLOCKED', device: 'screen' });
    await expect(refuse({ policy: ['display-capture'] }).openScreen()).rejects.toMatchObject({ code: 'DEVICE_DENIED' });
    await expect(refuse({}).openScreen()).rejects.toMatchObject({ code: 'DEVICE_DENIED' });
  });

  it('has the page’s address, where a tab can open it', async () => {
    await expect(refuse({}).open('camera', '')).rejects.toMatchObject({ url: 'https://app.example/call?room=7' });
    await expect(refuse({ href: 'about:srcdoc' }).open('camera', '')).rejects.toMatchObject({ code: 'DEVICE_BLOCKED', url: undefined });
  });
});
