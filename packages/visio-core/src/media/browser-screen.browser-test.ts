import { expect } from '@open-wc/testing';
import { until } from '../engine/testing/witness.js';
import { browserMedia } from './browser-media.js';

type Tabs = EventTarget & { handle: string | null };

/** A browser that shares a tab, and says which. */
describe('browserMedia shares a screen', () => {
  const devices = navigator.mediaDevices as unknown as Record<string, unknown>;
  const made: MediaStreamTrack[] = [];
  let asked: Record<string, unknown> | undefined;
  let video: MediaStreamTrack & Tabs;

  function screen(handle: (own: string) => string | null): void {
    devices['setCaptureHandleConfig'] = (config: { handle: string; permittedOrigins: string[] }) => {
      video.handle = handle(config.handle);
      expect(config.permittedOrigins).to.deep.equal([location.origin]);
    };
    devices['getDisplayMedia'] = async (constraints: Record<string, unknown>) => {
      asked = constraints;
      const stream = document.createElement('canvas').captureStream(1);
      video = Object.assign(stream.getVideoTracks()[0]!, {
        handle: null,
        getCaptureHandle: () => (video.handle === null ? null : { handle: video.handle }),
      }) as unknown as typeof video;
      made.push(video);
      return stream;
    };
  }

  afterEach(() => {
    delete devices['getDisplayMedia'];
    delete devices['setCaptureHandleConfig'];
    for (const track of made.splice(0)) track.stop();
  });

  it('with what was chosen', async () => {
    screen(() => null);
    const { audio } = await browserMedia().openScreen({ hint: 'motion', sound: false });
    expect(audio).to.equal(null);
    expect(asked).to.deep.include({ audio: false, video: { frameRate: { ideal: 30, max: 30 } }, selfBrowserSurface: 'include' });
    await browserMedia().openScreen();
    expect(asked!['video']).to.deep.equal({ frameRate: { ideal: 15, max: 30 } });
    expect(asked!['audio']).to.deep.include({ echoCancellation: false, restrictOwnAudio: true });
  });

  it('and knows itself, from tab to tab', async () => {
    const told: boolean[] = [];
    screen((own) => own);
    await browserMedia().openScreen({ onSelf: (isSelf) => told.push(isSelf) });
    await until('it is told', () => told.length > 0);
    expect(told).to.deep.equal([true]);
    // Nothing but its own say so: another page may have a handle, too.
    video.handle = 'another';
    video.dispatchEvent(new Event('capturehandlechange'));
    if (!navigator.userAgent.includes('Firefox')) expect(told).to.deep.equal([true, false]);
  });

  it('also where a page cannot say who it is', async () => {
    const told: boolean[] = [];
    screen(() => null);
    devices['setCaptureHandleConfig'] = () => {
      throw new DOMException('Only the top page may.', 'InvalidStateError');
    };
    await browserMedia().openScreen({ onSelf: (isSelf) => told.push(isSelf) });
    await until('it is told', () => told.length > 0);
    expect(told).to.deep.equal([false]);
  });
});
