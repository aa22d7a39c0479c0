import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { chromium } from '@playwright/test';
import { chromiumFlags, findChromium } from '../dev/browser.mjs';
import { expect, test } from './fixtures.ts';
import { join, openDevices, recordMedia } from './meeting-page.ts';

const RATE = 48_000;

/** What a microphone hears of someone who talks: syllables of a voice that rises and falls, and a pause. A WAV file. */
function talk(seconds: number): Buffer {
  const samples = new Int16Array(seconds * RATE);
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const at = i / RATE;
    phase += (2 * Math.PI * (130 + 30 * Math.sin(at * 3))) / RATE;
    const isPause = at % 4 > 3;
    const syllable = Math.max(0, Math.sin(at * 2 * Math.PI * 3.3)) ** 0.5;
    let voice = 0;
    for (let harmonic = 1; harmonic <= 12; harmonic++) voice += Math.sin(phase * harmonic) / harmonic;
    samples[i] = Math.round(6_000 * voice * (isPause ? 0 : syllable));
  }
  const data = Buffer.from(samples.buffer);
  const header = Buffer.alloc(44);
  header.write('RIFF');
  header.writeUInt32LE(36 + data.length, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(1, 22); // one channel
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(data.length, 40);
  return Buffer.concat([header, data]);
}

test('one who talks while muted is told so, and unmutes by the notice', async ({ services }) => {
  test.setTimeout(90_000);
  const folder = mkdtempSync(joinPath(tmpdir(), 'visio-sdk-voice-'));
  const file = joinPath(folder, 'voice.wav');
  writeFileSync(file, talk(8));
  const browser = await chromium.launch({ executablePath: await findChromium(), args: [...chromiumFlags, `--use-file-for-fake-audio-capture=${file}`] });
  try {
    const context = await browser.newContext({ permissions: ['camera', 'microphone'], locale: 'en' });
    const page = await context.newPage();
    await recordMedia(page);
    await page.goto(`${services.backend.url}/?room=muted-voice&name=Alice`);
    await join(page);
    await page.getByRole('button', { name: 'Turn off microphone' }).click();
    const notice = page.locator('visio-notices .item').filter({ hasText: 'You are muted: nobody hears you.' });
    await expect(notice).toBeVisible({ timeout: 30_000 });
    expect(await page.evaluate(() => document.querySelector('visio-meeting')!.meeting!.microphone.speakingWhileMuted.peek())).toBe(true);
    // What is published stays silent: it is a copy that is listened to.
    const sends = () => page.evaluate(() => window.recorded.connections.flatMap((connection) => connection.getSenders()).some(({ track }) => track?.kind === 'audio' && track.enabled));
    expect(await sends()).toBe(false);

    await notice.getByRole('button', { name: 'Unmute' }).click();
    await expect(page.getByRole('button', { name: 'Turn off microphone' })).toBeVisible();
    await expect(notice).toHaveCount(0);
    await expect.poll(sends).toBe(true);
    // One microphone and one camera, as before.
    await expect.poll(() => openDevices(page)).toBe(2);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true });
  }
});
