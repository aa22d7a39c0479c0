// People who are not there. They enter a connected `Room` by the client's own handlers of what the server sends, so
// that everything above those, in the client and on the page, works as in a real meeting. (The client's own
// `simulateParticipants` gives some of a thousand people the same id.)
import { ConnectionQuality, ConnectionQualityInfo, ConnectionQualityUpdate, DataPacket, DataPacket_Kind, ParticipantInfo, ParticipantInfo_State, ParticipantPermission, SpeakerInfo, TrackInfo, TrackSource, TrackType, UserPacket } from '@livekit/protocol';
import { createRandom, frame, settled, sleep } from './pace.js';

/** Of the people in view, whom the storm and the churn are mostly about: the first page but for oneself. */
const IN_VIEW = 24;
/** What is looked for in the messages. */
const LOOKED_FOR = 'message 49';

const permission = new ParticipantPermission({ canSubscribe: true, canPublish: true, canPublishData: true });

/**
 * @typedef {object} Person
 * @property {number} number
 * @property {string} sid
 * @property {boolean} muted
 * @property {boolean} poor
 * @property {boolean} speaking
 */

/** @param {any} room a connected `Room`; its handlers are not in its types */
export function createCrowd(room) {
  const random = createRandom(7);
  /** In the order in which they came. @type {Person[]} */
  const people = [];
  let born = 0;
  let version = 1;

  const { client } = room.engine;
  const update = (/** @type {ParticipantInfo[]} */ infos) => client.onParticipantUpdate(infos);

  /** @returns {Person} */
  function bear() {
    const number = ++born;
    return { number, sid: `PA_${String(number).padStart(12, '0')}`, muted: number % 3 === 0, poor: number % 10 === 7, speaking: false };
  }

  /**
   * @param {Person} person
   * @param {ParticipantInfo_State} [state]
   */
  function info({ number, sid, muted }, state = ParticipantInfo_State.ACTIVE) {
    const microphone = new TrackInfo({
      sid: sid.replace('PA', 'TR'),
      type: TrackType.AUDIO,
      source: TrackSource.MICROPHONE,
      mimeType: 'audio/opus',
      muted,
    });
    return new ParticipantInfo({
      sid,
      identity: `person-${number}`,
      name: nameOf(number),
      state,
      version: version++,
      joinedAt: BigInt(1_700_000_000 + number),
      isPublisher: true,
      permission,
      tracks: [microphone],
    });
  }

  /** @param {Person[]} whom */
  function tellQuality(whom) {
    const updates = whom.map(
      ({ sid, poor }) =>
        new ConnectionQualityInfo({ participantSid: sid, quality: poor ? ConnectionQuality.POOR : ConnectionQuality.EXCELLENT, score: 4 }),
    );
    client.onConnectionQuality(new ConnectionQualityUpdate({ updates }));
  }

  /** @param {number} count */
  function enter(count) {
    const newcomers = Array.from({ length: count }, bear);
    people.push(...newcomers);
    update(newcomers.map((person) => info(person)));
    tellQuality(newcomers);
  }

  /** @param {Person} person */
  function leave(person) {
    people.splice(people.indexOf(person), 1);
    update([info(person, ParticipantInfo_State.DISCONNECTED)]);
  }

  /** Three who are not muted: two in view, and anyone. */
  function chooseSpeakers() {
    const chosen = new Set();
    const able = (/** @type {Person[]} */ some) => some.filter(({ muted }) => !muted);
    const inView = able(people.slice(0, IN_VIEW));
    const all = able(people);
    while (chosen.size < 2) chosen.add(inView[Math.floor(random() * inView.length)]);
    while (chosen.size < 3) chosen.add(all[Math.floor(random() * all.length)]);
    return /** @type {Set<Person>} */ (chosen);
  }

  /** The server tells what changed: who began, and who ended. */
  function speak() {
    const now = chooseSpeakers();
    const ended = people.filter((person) => person.speaking && !now.has(person));
    for (const person of ended) person.speaking = false;
    for (const person of now) person.speaking = true;
    client.onSpeakersChanged([
      ...ended.map(({ sid }) => new SpeakerInfo({ sid, level: 0, active: false })),
      ...[...now].map(({ sid }, i) => new SpeakerInfo({ sid, level: 0.9 - i / 10, active: true })),
    ]);
  }

  /**
   * Does `act` every `every` milliseconds, `planned` times. A page that is late is only waited for until it has shown
   * the last one, and what it has not done when the time is up it does not do.
   * @param {(i: number) => void} act
   * @param {{ every: number, planned: number }} pace
   * @returns {Promise<{ planned: number, done: number }>}
   */
  async function repeat(act, { every, planned }) {
    const start = performance.now();
    const end = start + every * planned;
    let done = 0;
    while (done < planned && performance.now() < end) {
      act(done++);
      const rest = start + done * every - performance.now();
      await (rest > 0 ? sleep(rest) : frame());
    }
    await settled();
    return { planned, done };
  }

  const encoder = new window.TextEncoder();
  let written = 0;
  let looked = '';
  const textOf = (/** @type {number} */ number) => `Message ${number}: shall we go on with the next point?`;

  /** One of those in view writes, as La Suite Meet's app does to those from before text streams. */
  function write() {
    const { number, sid } = people[written % Math.min(IN_VIEW, people.length)];
    const message = textOf(++written);
    const payload = encoder.encode(JSON.stringify({ id: crypto.randomUUID(), timestamp: Date.now(), message }));
    const user = new UserPacket({ participantSid: sid, participantIdentity: `person-${number}`, payload, topic: 'lk-chat-topic' });
    room.engine.emit('dataPacketReceived', new DataPacket({ kind: DataPacket_Kind.RELIABLE, participantIdentity: `person-${number}`, value: { case: 'user', value: user } }), 0);
  }

  return {
    /** One after the other. @param {number} planned */
    messages: (planned) => repeat(write, { every: 100, planned }),
    /** All at once. @param {number} planned */
    async burst(planned) {
      for (let i = 0; i < planned; i++) write();
      await settled();
      return { planned, done: planned };
    },
    /** One letter after the other, of what is looked for in the messages. @param {number} planned */
    letters: (planned) => repeat((i) => /** @type {any} */ (window).page.search((looked = LOOKED_FOR.slice(0, i + 1))), { every: 100, planned }),
    /** How many messages have what was looked for in the end. */
    expected: () => Array.from({ length: written }, (_, i) => textOf(i + 1).toLowerCase()).filter((text) => text.includes(looked)).length,
    lastMessage: () => textOf(written),
    /** All at once, as a server tells who is there. @param {number} count all in the room, with oneself */
    async fill(count) {
      enter(count - 1 - people.length);
      await settled();
    },
    /** @param {number} planned */
    storm: (planned) => repeat(speak, { every: 100, planned }),
    /** @param {number} planned */
    joins: (planned) => repeat(() => enter(1), { every: 100, planned }),
    /** What the beat itself costs. @param {number} planned */
    nothing: (planned) => repeat(() => undefined, { every: 100, planned }),
    /** Of the newest and of those in view, in turn. @param {number} planned */
    leaves: (planned) => repeat((i) => leave(i % 2 ? people.at(-1) : people[(i * 5) % IN_VIEW]), { every: 100, planned }),
    /** People in view mute and unmute. @param {number} planned */
    mutes: (planned) =>
      repeat(
        (i) => {
          const person = people[(i * 7) % Math.min(IN_VIEW, people.length)];
          person.muted = !person.muted;
          update([info(person)]);
        },
        { every: 100, planned },
      ),
    /** There and back. @param {number} planned */
    flips: (planned) =>
      repeat((i) => /** @type {any} */ (window).page.turn(i < planned / 2 ? 'next' : 'previous'), { every: 200, planned }),

    /** One is made large, and let go again. @param {number} planned */
    layouts: (planned) => repeat((i) => /** @type {any} */ (window).page.pin(i % 2 === 0), { every: 300, planned }),
    /** The list of everyone opens, and closes. @param {number} planned */
    panels: (planned) => repeat((i) => void /** @type {any} */ (window).page.people(i % 2 === 0), { every: 300, planned }),

    /** What a page should show of those of `names`. @param {string[]} names */
    truth: (names) =>
      people
        .filter(({ number }) => names.includes(nameOf(number)))
        .map(({ number, muted, poor, speaking }) => ({ name: nameOf(number), muted, speaking, poor })),
    /** Who speaks now. */
    speakers: () => people.filter(({ speaking }) => speaking).map(({ number }) => nameOf(number)),
    /** Who is on the first page where people keep the order in which they came. */
    firstPage: () => people.slice(0, IN_VIEW).map(({ number }) => nameOf(number)),
  };
}

const FIRST = ['Camille', 'Inès', 'Louis', 'Nora', 'Hugo', 'Fatou', 'Mehdi', 'Chloé', 'Jules', 'Aïcha'];

/** @param {number} number */
function nameOf(number) {
  return `${FIRST[number % FIRST.length]} ${number}`;
}

Object.assign(window, { createCrowd });
