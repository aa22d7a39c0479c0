// What tests of consumers share: the packs, hosts for them, and a call with someone who moves.
import { mkdtempSync, cpSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Pack } from '../dev/release/packs.mjs';
import { test as base, type ParticipantPage } from '../e2e/fixtures.ts';
import { expectMovingVideo, join as joinCall, tileOf } from '../e2e/meeting-page.ts';
import { bundle, pack } from './install.mjs';
import { serve, type Host } from './server.mjs';

export interface ConsumerFixtures {
  /** A host with these files, that gets tokens and may reach the livekit-server. It ends with the test. */
  host(options: Parameters<typeof serve>[0]): Promise<Host>;
  /** A folder with the files of a consumer and, as `visio/`, the bundle. */
  siteOf(consumer: string): string;
  /** Joins on the page, and meets someone there whose video moves; they see the page's person move, too. */
  expectCall(page: ParticipantPage, room: string): Promise<void>;
}

export interface WorkerFixtures {
  packs: readonly Pack[];
}

/** Of each file of the bundle. */
export function integrity(): Record<string, string> {
  return JSON.parse(readFileSync(join(bundle, 'integrity.json'), 'utf8')) as Record<string, string>;
}

export const test = base.extend<ConsumerFixtures, WorkerFixtures>({
  packs: [
    // Playwright reads the parameter's pattern to know what a fixture needs: this one needs nothing.
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => use(await pack()),
    { scope: 'worker', timeout: 120_000, auto: true },
  ],

  host: async ({ services }, use) => {
    const hosts: Host[] = [];
    const livekit = services.livekit!.url;
    await use(async (options) => {
      const host = await serve({ tokenUrl: `${services.backend.url}/api/token`, connections: [livekit, livekit.replace(/^ws/, 'http')], ...options });
      hosts.push(host);
      return host;
    });
    await Promise.all(hosts.map((host) => host.close()));
  },

  // eslint-disable-next-line no-empty-pattern
  siteOf: async ({}, use) => {
    const folders: string[] = [];
    await use((consumer) => {
      const folder = mkdtempSync(join(tmpdir(), 'visio-site-'));
      folders.push(folder);
      cpSync(join(import.meta.dirname, consumer), folder, { recursive: true });
      symlinkSync(bundle, join(folder, 'visio'));
      return folder;
    });
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  },

  expectCall: async ({ openParticipant }, use) => {
    await use(async (page, room) => {
      await joinCall(page);
      const bob = await openParticipant('Bob', { room });
      await joinCall(bob);
      await expectMovingVideo(tileOf(page, 'Bob'));
      await expectMovingVideo(tileOf(bob, 'Ada'));
    });
  },
});

export { expect } from '@playwright/test';
