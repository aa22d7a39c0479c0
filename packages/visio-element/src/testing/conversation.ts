/** What is said in stories and tests. */
import type { CaptionPreferences } from 'visio-core';
import { until } from './find.js';
import type { Simulation } from './simulate.js';

export const PEOPLE = [
  { name: 'Camille Laurent', microphone: true, camera: true },
  { name: 'Karim Benali', microphone: true, camera: true },
  { name: 'Élise Fontaine', microphone: true, camera: true },
];

export const TALK: readonly (readonly [from: string, text: string])[] = [
  ['camille-laurent', 'Bonjour à tous, merci d’être venus si nombreux ce matin.'],
  ['camille-laurent', 'On commence par le budget, puis on passe au calendrier.'],
  ['karim-benali', 'Une question avant de commencer : est-ce que le document est à jour ?'],
  ['local', 'Oui, depuis hier soir.'],
  ['elise-fontaine', 'Parfait. Alors je propose qu’on regarde la page quatre.'],
];

/** Turns captions on, as their reader wants them, and says something; the last words are still being written. */
export async function converse({ meeting, director }: Simulation, talk = TALK, preferences: Partial<CaptionPreferences> = {}): Promise<void> {
  for (const [from, text] of talk) director.caption(from, text);
  director.caption('karim-benali', 'Je la cherche, un', { segmentId: 'open', final: false });
  await until(() => meeting.captions.latest.peek().length > 0);
  await meeting.captions.setEnabled(true);
  if (Object.keys(preferences).length > 0) await meeting.captions.setPreferences(preferences);
}
