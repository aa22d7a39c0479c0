/** What can be seen and heard: only browsers need it, and only when somebody looks, so it is loaded by itself. */
import type { SimulatedClock } from './clock.js';
import { createPictures } from './pictures.js';
import { createPortrait } from './portrait.js';
import { createSlides } from './slides.js';
import { createSound } from './sound.js';

export type Senses = ReturnType<typeof createSenses>;

export function createSenses(clock: SimulatedClock) {
  const pictures = createPictures(clock);
  const sound = createSound();
  return {
    pictures,
    sound,
    portrait: createPortrait,
    slides: createSlides,
    end(): void {
      pictures.end();
      sound.close();
    },
  };
}
