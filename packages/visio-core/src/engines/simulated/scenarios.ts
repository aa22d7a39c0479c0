import { drawName, drawNames, slug } from './people.js';
import { between, pick } from './random.js';
import type { Director, Person, Scenario } from './scenario.js';

const duo: Scenario = {
  people: [{ name: 'Camille Laurent', microphone: true, camera: true }],
  script: (director) => converse(director),
};

const team: readonly Person[] = [
  { name: 'Camille Laurent', microphone: true, camera: true },
  { name: 'Karim Benali', microphone: true, camera: true },
  { name: 'Élise Fontaine', microphone: true, camera: true },
  { name: 'Théo Le Gall', microphone: false, camera: true, upright: true },
  { name: 'Aïcha Traoré', microphone: true, camera: true },
  { name: 'Ingrid Lindqvist', microphone: false, camera: false },
  { name: 'Louis Mercier', microphone: false, camera: true, quality: 'poor' },
  { name: 'Fatou Diallo', microphone: false },
];

/** Nine with oneself: some muted, some without a camera, one on a phone; someone shows something for a while. */
const team9: Scenario = {
  people: team,
  timeline: [
    { at: 25_000, do: (director) => director.share('karim-benali') },
    { at: 55_000, do: (director) => director.stopShare('karim-benali') },
  ],
  script(director) {
    converse(director);
    director.every(17_000, () => director.setCamera('ingrid-lindqvist', director.random() < 0.5));
  },
};

/** How many of a lecture have a camera on, and speak. */
const LECTURERS = 4;

/** A thousand with oneself. A few speak and are seen, some have a muted microphone, most only listen; people come and go. */
const lecture: Scenario = {
  people: (random) =>
    drawNames(random, 999).map((name, i) => {
      if (i < LECTURERS) return { name, microphone: true, camera: true };
      return random() < 0.1 ? { name, microphone: false } : { name };
    }),
  script(director) {
    converse(director);
    trickle(director);
  },
};

const flaky: Scenario = {
  ...duo,
  script(director) {
    converse(director);
    const { localId } = director;
    const fail = () => {
      director.quality(localId, 'good');
      director.after(3_000, () => director.quality(localId, 'poor'));
      director.after(5_000, () => director.quality('camille-laurent', 'poor'));
      director.after(7_000, () => director.quality(localId, 'lost'));
      director.after(8_000, () => director.reconnect(4_000));
      director.after(13_000, () => {
        director.quality(localId, 'excellent');
        director.quality('camille-laurent', 'excellent');
      });
    };
    director.after(4_000, fail);
    director.every(30_000, fail);
  },
};

/** Everyone interrupts everyone: the speakers change ten times a second. */
const storm: Scenario = {
  people: (random) => drawNames(random, 12).map((name) => ({ name, microphone: true, camera: true })),
  script(director) {
    director.every(100, () => director.speak(pick(director.random, others(director)), between(director.random, 150, 600)));
  },
};

const deniedDevices: Scenario = { ...duo, denied: ['microphone', 'camera'] };

export const scenarios = {
  duo,
  'team-9': team9,
  'lecture-1000': lecture,
  'flaky-network': flaky,
  'speaker-storm': storm,
  'denied-devices': deniedDevices,
} as const satisfies Record<string, Scenario>;

/** A scenario that comes with the engine. */
export type ScenarioName = keyof typeof scenarios;

/** All scenarios that come with the SDK. */
export const scenarioNames = Object.keys(scenarios) as readonly ScenarioName[];

function others({ ids, localId }: Director): readonly string[] {
  return ids.filter((id) => id !== localId);
}

/** Those who can be heard take turns: a sentence, a breath, the next. */
function converse(director: Director): void {
  const { random } = director;
  let last = '';
  const next = () => {
    const ready = others(director).filter((id) => director.see(id)?.tracks.microphone?.muted === false);
    const ms = between(random, 1_500, 6_000);
    if (ready.length > 0) {
      last = pick(random, ready.length > 1 ? ready.filter((id) => id !== last) : ready);
      director.speak(last, ms);
    }
    director.after(ms + between(random, 300, 1_500), next);
  };
  director.after(800, next);
}

/** Somebody comes or goes every second or so. Those who speak stay. */
function trickle(director: Director): void {
  const { random } = director;
  const move = () => {
    if (random() < 0.5) {
      const name = drawName(random);
      // A namesake would be the same person here.
      if (!director.see(slug(name))) director.join({ name });
    } else {
      director.leave(pick(random, others(director).slice(LECTURERS)));
    }
    director.after(between(random, 400, 2_000), move);
  };
  director.after(3_000, move);
}
