import { detectSpeech } from '../../media/speech-detector.js';
import { signal } from '../../reactive/index.js';
import type { WatchOptions } from './media-watch.js';

/** Milliseconds between two reminders that one is muted: someone may well be talking to a person beside them. */
const REMINDER = 60_000;

/** Tells someone who speaks into a muted microphone that nobody hears it. */
export function watchMutedSpeech({ scope, microphone, notices, speakingWhileMuted }: Pick<WatchOptions, 'scope' | 'microphone' | 'notices' | 'speakingWhileMuted'>): void {
  if (typeof document === 'undefined') return;
  const hidden = signal(document.hidden);
  let toldAt = -Infinity;
  scope.listen(document, 'visibilitychange', () => (hidden.value = document.hidden));
  scope.effect(() => {
    const track = microphone.track.value;
    if (!track || microphone.wanted.value || hidden.value) return undefined;
    let takeBack = (): void => undefined;
    const end = detectSpeech(track, (speaks) => {
      speakingWhileMuted.value = speaks;
      if (!speaks || performance.now() - toldAt < REMINDER) return;
      toldAt = performance.now();
      takeBack = notices.show({
        kind: 'muted',
        text: { key: 'device.speakingWhileMuted' },
        icon: 'mic-off',
        urgency: 'high',
        actions: [{ label: { key: 'device.unmute' }, run: () => void microphone.setEnabled(true).catch(() => undefined) }],
      });
    });
    return () => {
      end();
      takeBack();
      speakingWhileMuted.value = false;
    };
  });
}
