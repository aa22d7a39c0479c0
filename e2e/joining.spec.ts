// From the lobby to the call: nothing jumps, and the own picture goes on.
import { expect, test, type ParticipantPage } from './fixtures.ts';
import { expectMovingVideo, join, meetingOf, tileOf } from './meeting-page.ts';

interface Seen {
  /** How much of the window shifted, and how far: the sum of what `layout-shift` entries say. */
  shift: number;
  shifted: string[];
  /** What the own tile showed, frame by frame; what stays is said once. */
  states: string[];
}

declare global {
  interface Window {
    seen: Seen;
  }
}

/** Notes from now on what shifts, and what the own tile shows. */
async function watch(page: ParticipantPage): Promise<void> {
  await page.evaluate(() => {
    window.seen = { shift: 0, shifted: [], states: [] };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { readonly value: number; readonly sources?: readonly { readonly node: Node | null }[] })[]) {
        // Also what came right after the click.
        window.seen.shift += entry.value;
        window.seen.shifted.push(...(entry.sources ?? []).map(({ node }) => node?.nodeName ?? '?'));
      }
    }).observe({ type: 'layout-shift' });

    const look = () => {
      const call = document.querySelector('visio-meeting')!.shadowRoot!.querySelector('visio-call');
      const tile = call?.shadowRoot!.querySelector('visio-stage')?.shadowRoot?.querySelector('visio-tile')?.shadowRoot;
      if (tile?.querySelector('.tile')) {
        const isLive = tile.querySelector('video')?.classList.contains('live') ?? false;
        const initials = tile.querySelector('.avatar')!.checkVisibility({ visibilityProperty: true });
        const state = isLive ? 'video' : initials ? 'initials' : 'plain';
        if (window.seen.states.at(-1) !== state) window.seen.states.push(state);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

for (const viewport of [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]) {
  test(`joining shifts nothing and keeps the own picture, ${viewport.width} wide`, async ({ openParticipant }) => {
    const alice = await openParticipant('Alice', { room: `joining-${viewport.width}`, viewport });
    await expect(meetingOf(alice).locator('visio-lobby video.live')).toBeVisible();
    expect(await alice.evaluate(() => PerformanceObserver.supportedEntryTypes)).toContain('layout-shift');
    await watch(alice);
    await join(alice);
    await expectMovingVideo(tileOf(alice, 'You'));
    // What comes with the call's later code has come, too.
    await alice.waitForLoadState('networkidle');
    await expect(meetingOf(alice).locator('[data-control=microphone][aria-busy=true]')).toHaveCount(0);

    const { shift, shifted, states } = await alice.evaluate(() => window.seen);
    expect.soft(shift, shifted.join(', ')).toBeLessThanOrEqual(0.01);
    expect(states.filter((state) => state !== 'plain')).toEqual(['video']);
  });
}
