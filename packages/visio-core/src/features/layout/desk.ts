import type { VideoSource } from '../../engine/engine.js';
import type { FeatureContext } from '../../meeting/context.js';
import { check, type LayoutState, type Pin } from './layout.js';

/** Pins, chooses among screens, and keeps an interpreter; what goes is no longer pinned or chosen. */
export function createLayoutDesk({ roster, onEvent }: FeatureContext, { pins, screen, interpreter }: LayoutState) {
  let newest = roster.screenSharers.peek().at(-1);

  function without(id: string, source?: VideoSource): void {
    const left = pins.peek().filter((pin) => pin.id !== id || (source !== undefined && pin.source !== source));
    if (left.length < pins.peek().length) pins.value = left;
  }

  /** A new screen is shown, whichever was chosen before. */
  function lookForNews(): void {
    if (newest !== (newest = roster.screenSharers.peek().at(-1))) screen.value = null;
  }

  onEvent({
    track: lookForNews,
    'participant-left'({ id }) {
      lookForNews();
      without(id);
    },
    'track-removed'({ id, source }) {
      if (source !== 'screen_share') return;
      lookForNews();
      without(id, source);
      if (screen.peek() === id) screen.value = null;
    },
    disconnected: lookForNews,
  });

  return {
    async pin(id: string, source: VideoSource = 'camera'): Promise<readonly Pin[]> {
      check(roster.get(id).peek() !== undefined && (source === 'camera' || roster.screenSharers.peek().includes(id)));
      if (!pins.peek().some((pin) => pin.id === id && pin.source === source)) pins.value = [...pins.peek(), { id, source }];
      return pins.peek();
    },
    async unpin(id: string, source: VideoSource = 'camera'): Promise<readonly Pin[]> {
      without(id, source);
      return pins.peek();
    },
    async setInterpreter(id: string | null): Promise<string | null> {
      check(id === null || roster.get(id).peek() !== undefined);
      return (interpreter.value = id);
    },
    async showScreen(id: string): Promise<string | null> {
      check(roster.screenSharers.peek().includes(id));
      return (screen.value = id);
    },
  };
}
