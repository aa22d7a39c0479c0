// Hours of a meeting in as many seconds as it takes to do all that happens in them: on the simulated engine, by a clock
// that stands still until told. What pages do by the world's own time (a reaction that fades) takes that time.
import { createRandom, frame, sleep } from './pace.js';

const MINUTE = 60_000;

const REGULARS = ['Camille Laurent', 'Karim Benali', 'Élise Fontaine', 'Théo Le Gall', 'Aïcha Traoré', 'Ingrid Lindqvist', 'Louis Mercier', 'Fatou Diallo'];
const GUESTS = ['Nora Petit', 'Hugo Renaud', 'Yanis Haddad', 'Lucie Vidal', 'Paul Weber', 'Rose Garnier'];
const WORDS = 'shall we go on with the next point of the list or take the one about the budget first'.split(' ');

/** What is opened and closed, one each minute. */
const PLACES = [
  ['panel', 'chat'],
  ['panel', 'people'],
  ['dialog', 'settings'],
  ['panel', 'caption-list'],
  ['popup', 'reactions'],
  ['dialog', 'statistics'],
  ['popup', 'layout'],
];

/** @param {any} element a `<visio-meeting>` that is not on the page yet */
export async function createLongCall(element) {
  const [{ createMeeting, staticBackend }, { createManualClock, simulatedDirector, simulatedEngine }] = await Promise.all(
    ['visio-core', 'simulated'].map((name) => import(new URL(`/visio/${name}.js`, location.href).href)),
  );
  const clock = createManualClock(Date.now());
  const scenario = { people: REGULARS.map((name, i) => ({ name, microphone: true, camera: i < 2 })) };
  const meeting = createMeeting({
    engine: simulatedEngine({ scenario, clock, sound: false }),
    backend: staticBackend('wss://simulated', 'any'),
    microphone: false,
    camera: false,
  });
  const director = simulatedDirector(meeting);
  const random = createRandom(11);
  const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
  const here = () => director.ids.filter((/** @type {string} */ id) => id !== director.localId);
  const regulars = () => here().slice(0, REGULARS.length);
  const say = () => Array.from({ length: 5 + Math.floor(random() * 10) }, () => pick(WORDS)).join(' ');
  let isCalm = false;
  let happened = 0;

  /** @param {number} seconds @param {() => void} act */
  function every(seconds, act) {
    director.every(seconds * 1000, () => {
      if (isCalm) return;
      happened++;
      act();
    });
  }

  function talk() {
    const id = pick(here());
    const text = say();
    director.speak(id, 3_000);
    const segmentId = director.caption(id, text.slice(0, text.length / 2), { final: false });
    director.caption(id, text, { segmentId });
  }

  /** Until nobody is left but those who were there at first, and nothing is up. */
  function tidy() {
    for (const id of here()) {
      director.setHandRaised(id, false);
      director.stopShare(id);
      director.quality(id, 'excellent');
    }
    for (const id of here().slice(REGULARS.length)) director.leave(id);
  }

  function startHappenings() {
    every(5, talk);
    every(10, () => director.sendText(pick(here()), 'lk.chat', say()));
    every(20, () => director.react(pick(here()), pick(['thumbs-up', 'clapping-hands', 'red-heart'])));
    every(45, () => director.setHandRaised(pick(regulars()), random() < 0.5));
    every(30, () => {
      const name = pick(GUESTS);
      const guest = here().find((/** @type {string} */ id) => director.see(id)?.name === name);
      if (guest) director.leave(guest);
      else director.join({ name, microphone: true, camera: random() < 0.3 });
    });
    every(15, () => director[random() < 0.3 ? 'mute' : 'unmute'](pick(here()), 'microphone'));
    every(40, () => director.setCamera(pick(regulars()), random() < 0.3));
    every(20, () => director.quality(pick(here()), pick(['excellent', 'good', 'poor'])));
    every(6 * 60, () => director.share(regulars()[0]));
    every(6 * 60 + 20, () => director.stopShare(regulars()[0]));
    every(45 * 60, () => director.reconnect(2_000));
  }

  /** @param {() => boolean} condition what comes from the network takes the world's time */
  async function until(condition) {
    while (!condition()) {
      await clock.advance(100);
      await sleep(10);
    }
  }

  /** Its code comes by the network with the first time: what is measured after ten minutes has all of it. @param {string} place */
  async function untilShown(place) {
    const { shadowRoot } = element.shadowRoot.querySelector('visio-call');
    const isThere = () => {
      const host = shadowRoot.querySelector(`visio-${place}`) ?? shadowRoot.querySelector('visio-bar').shadowRoot.querySelector(`visio-${place}`);
      return [...(host?.shadowRoot?.querySelectorAll('*') ?? [])].some((inside) => inside.shadowRoot);
    };
    for (let i = 0; i < 500 && !isThere(); i++) await sleep(20);
    if (!isThere()) throw new Error(`Nothing opens as ${place}.`);
  }

  Object.assign(element, { meeting, lang: 'en', intent: 'call' });

  let minutes = 0;
  return {
    async enter() {
      happened = minutes = 0;
      if (element.isConnected) void meeting.join();
      else document.querySelector('#root')?.append(element);
      await until(() => meeting.connection.state.peek() === 'connected');
      await customElements.whenDefined('visio-call');
      talk();
      await until(() => meeting.captions.available.peek());
      await meeting.captions.setEnabled(true);
      // So that lists of which only a part is on the page have that part from the start.
      for (let i = 0; i < 60; i++) {
        talk();
        director.sendText(pick(here()), 'lk.chat', say());
        await clock.advance(500);
      }
      startHappenings();
    },
    async leave() {
      const leaving = meeting.leave();
      await clock.advance(MINUTE);
      await leaving;
      await sleep(8_000);
    },
    /** @param {number} count of minutes to let pass */
    async pass(count) {
      for (let i = 0; i < count; i++) {
        const { view } = element.shadowRoot.querySelector('visio-call');
        const [place, name] = PLACES[minutes++ % PLACES.length];
        view[place].value = name;
        await untilShown(place);
        await clock.advance(MINUTE / 2);
        await frame();
        view[place].value = null;
        await clock.advance(MINUTE / 2);
        await frame();
      }
      return happened;
    },
    /** Ends what comes and goes, and waits until the last of it is gone from the page. */
    async calm() {
      isCalm = true;
      tidy();
      await clock.advance(MINUTE);
      await sleep(8_000);
      isCalm = false;
    },
  };
}

Object.assign(window, { createLongCall });
