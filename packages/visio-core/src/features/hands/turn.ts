import type { FeatureContext } from '../../meeting/context.js';
import type { Readable, Writable } from '../../reactive/index.js';

/** Who has spoken for so long, in milliseconds, has had their turn: less is a cough. */
const SPOKEN = 1_500;

/** A pause shorter than this, in milliseconds, is a breath. */
const SILENCE = 2_500;

/** Watches whether the one whose hand is raised has had their turn. */
export function watchTurn({ roster, scope }: FeatureContext, raised: Readable<boolean>, offers: Writable<boolean>): void {
  /** How long they have spoken since the hand is up, but for what they are saying. */
  let spoken = 0;

  scope.effect(() => {
    const id = roster.localId.value;
    if (!raised.value || id === null) {
      spoken = 0;
      offers.value = false;
      return;
    }
    if (roster.isSpeaking(id).value) {
      const began = Date.now();
      return () => void (spoken += Date.now() - began);
    }
    if (spoken < SPOKEN) return;
    return scope.timeout(() => {
      spoken = 0;
      offers.value = true;
    }, SILENCE);
  });
}
