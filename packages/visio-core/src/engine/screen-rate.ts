import type { ScreenHint } from './engine.js';

/** Frames a second that a screen is captured and sent with, at most. */
export const SCREEN_RATE: Readonly<Record<ScreenHint, number>> = { text: 15, motion: 30 };
