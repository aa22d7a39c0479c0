// What one really hears: the sound that leaves the page, as a recording of its own tab has it.
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { enterWithVoice, type Voice } from './voices.ts';

test.use({
  launchOptions: {
    executablePath: await findChromium(),
    // A page that no speaker plays is silent in its recording, too; and a fake device would stand in for the tab.
    ignoreDefaultArgs: ['--mute-audio'],
    args: [...chromiumFlags.filter((flag) => !flag.includes('-fake-')), '--auto-accept-this-tab-capture'],
  },
});

const PITCHES = { Ada: 400, Bea: 700, Cyd: 1000, Dan: 1300, Eve: 7000 };
type Name = keyof typeof PITCHES;

/** Records the tab; resolves to what asks whose tone is in it at this moment. */
async function listen(page: ParticipantPage): Promise<() => Promise<Name[]>> {
  const analyser = await page.evaluateHandle(async () => {
    const stream = await navigator.mediaDevices.getDisplayMedia({
      preferCurrentTab: true,
      video: true,
      audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
    } as DisplayMediaStreamOptions);
    const context = new AudioContext();
    const node = new AnalyserNode(context, { fftSize: 8192, smoothingTimeConstant: 0 });
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(node);
    return node;
  });
  return () =>
    analyser.evaluate((node, pitches) => {
      const levels = new Float32Array(node.frequencyBinCount);
      node.getFloatFrequencyData(levels);
      // In decibels: a tone has some -30, what it leaves in the bins of others is below -70.
      const level = (hertz: number) => levels[Math.round((hertz * node.fftSize) / node.context.sampleRate)]!;
      return (Object.keys(pitches) as Name[]).filter((name) => level(pitches[name]) > -55);
    }, PITCHES);
}

/** Does something to all `<audio>` of the page that play, in the document or not. */
async function playing<T>(page: ParticipantPage, act: string): Promise<T> {
  const session = await page.context().newCDPSession(page);
  const { result: prototype } = await session.send('Runtime.evaluate', { expression: 'HTMLAudioElement.prototype' });
  const { objects } = await session.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId! });
  const { result } = await session.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: `function () { return (${act})(this.filter((element) => !element.paused)); }`,
    returnByValue: true,
  });
  await session.detach();
  return result.value as T;
}

test('one hears everybody, whoever came first and whoever goes, by one player', async ({ openHost, services }) => {
  const room = 'heard';
  const voices = new Map<Name, Voice>();
  const enter = async (name: Name) => void voices.set(name, await enterWithVoice(services, room, name, PITCHES[name]));
  const leave = async (name: Name) => {
    await voices.get(name)!.leave();
    voices.delete(name);
  };
  try {
    await enter('Ada');
    const page = await openHost({ attributes: { lang: 'en', room, intent: 'watch' }, tokenUrl: '/api/token' });
    const heard = await listen(page);
    const expectToHear = (...names: Name[]) => expect.poll(heard).toEqual(names);
    await expectToHear('Ada');

    await test.step('who comes later', async () => {
      await enter('Bea');
      await expectToHear('Ada', 'Bea');
      await enter('Cyd');
      await expectToHear('Ada', 'Bea', 'Cyd');
      expect(await playing(page, '(all) => all.length')).toBe(1);
    });

    await test.step('who says nothing for a while', async () => {
      voices.get('Bea')!.hush(true);
      await expectToHear('Ada', 'Cyd');
      voices.get('Bea')!.hush(false);
      await expectToHear('Ada', 'Bea', 'Cyd');
    });

    await test.step('while the first is muted', async () => {
      await voices.get('Ada')!.mute();
      await expectToHear('Bea', 'Cyd');
    });

    await test.step('after the first has gone, and with one who comes then', async () => {
      await leave('Ada');
      await enter('Dan');
      await expectToHear('Bea', 'Cyd', 'Dan');
      await enter('Ada');
      await expectToHear('Ada', 'Bea', 'Cyd', 'Dan');
    });

    await test.step('after the system paused it, as a media key does', async () => {
      await playing(page, '(all) => all.forEach((element) => element.pause())');
      await expect.poll(() => playing(page, '(all) => all.length')).toBe(1);
      await expectToHear('Ada', 'Bea', 'Cyd', 'Dan');
    });

    await test.step('nothing plays when all have gone, and it begins again', async () => {
      for (const name of voices.keys()) await leave(name);
      await expectToHear();
      await expect.poll(() => playing(page, '(all) => all.length')).toBe(0);
      await enter('Cyd');
      await expectToHear('Cyd');
    });

    await test.step('up to 7 kHz (EN 301 549, 6.1)', async () => {
      await enter('Eve');
      await expectToHear('Cyd', 'Eve');
    });
  } finally {
    for (const voice of voices.values()) await voice.leave();
  }
});
