import { expect } from '@open-wc/testing';
import { staticBackend } from '../backends/static.js';
import { simulatedEngine } from '../engines/simulated/index.js';
import { isVisioError } from '../errors/visio-error.js';
import { createMeeting, type Meeting } from './create-meeting.js';

const meetings: Meeting[] = [];
let room = 0;

/** A token as LiveKit's look; nobody checks its signature here. */
function token(identity: string, video: object = {}): string {
  const encode = (value: object) => btoa(JSON.stringify(value)).replace(/=/g, '');
  return `${encode({ alg: 'HS256' })}.${encode({ sub: identity, video: { room: `room ${room}`, roomJoin: true, ...video } })}.signature`;
}

function person(identity: string, video?: object, serverUrl = 'wss://simulated'): Meeting {
  const meeting = createMeeting({ engine: simulatedEngine({ sound: false, scenario: 'duo' }), backend: staticBackend(serverUrl, token(identity, video)), microphone: false, camera: false });
  meetings.push(meeting);
  return meeting;
}

const codeOf = (meeting: Meeting) => meeting.connection.error.peek()?.code;
const stateOf = (meeting: Meeting) => meeting.connection.state.peek();
const join = (meeting: Meeting) => meeting.join().catch((cause: unknown) => (isVisioError(cause) ? cause.code : cause));

async function locks(): Promise<string[]> {
  const { held = [] } = await navigator.locks.query();
  return held.map(({ name }) => name!).filter((name) => name.startsWith('visio-call-'));
}

/** A lock is given back a moment after it was let go. */
async function noLocks(): Promise<void> {
  while ((await locks()).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
}

describe('the same person twice', () => {
  beforeEach(() => room++);

  afterEach(async () => {
    for (const meeting of meetings.splice(0)) meeting.dispose();
    await noLocks();
  });

  it('is asked before the place of the other is taken, which goes on meanwhile', async () => {
    const first = person('ada');
    const second = person('ada');
    expect(await join(first)).to.equal('connected');
    expect(await join(second)).to.equal('ALREADY_IN_CALL');
    expect(stateOf(first)).to.equal('connected');
    expect(stateOf(second)).to.equal('failed');
  });

  it('moves when they join again: the other leaves and says where the call is', async () => {
    const first = person('ada');
    const second = person('ada');
    await join(first);
    await join(second);
    expect(await join(second)).to.equal('connected');
    expect([stateOf(first), codeOf(first), first.connection.endReason.peek()]).to.deep.equal(['failed', 'MOVED_ELSEWHERE', 'duplicate-identity']);

    // And back, which was an answer already. Nobody goes anywhere by themselves.
    expect(await join(first)).to.equal('connected');
    expect([stateOf(second), codeOf(second)]).to.deep.equal(['failed', 'MOVED_ELSEWHERE']);
    expect(await locks()).to.have.length(1);
  });

  it('asks nobody once the other has left', async () => {
    const first = person('ada');
    await join(first);
    await first.leave();
    await noLocks();
    expect(await join(person('ada'))).to.equal('connected');
  });

  it('asks nobody who is someone else, elsewhere, or without an identity', async () => {
    expect(await join(person('ada'))).to.equal('connected');
    expect(await join(person('bob'))).to.equal('connected');
    room++;
    expect(await join(person('ada'))).to.equal('connected');
    expect(await join(person('', { room: `room ${room}` }))).to.equal('connected');
  });

  it('keeps no place after joining failed', async () => {
    const first = person('ada', {}, 'wss://unreachable');
    expect(await join(first)).to.equal('SERVER_UNREACHABLE');
    await noLocks();
    expect(await join(person('ada'))).to.equal('connected');
  });

  it('names neither the person nor the room to other pages', async () => {
    await join(person('ada'));
    const [name] = await locks();
    expect(name).to.match(/^visio-call-[0-9a-f]{32}$/);
  });

  it('minds nothing but the one word on its channel', async () => {
    const first = person('ada');
    await join(first);
    const channel = new BroadcastChannel((await locks())[0]!);
    for (const message of [null, 'leave', { type: 'move' }, ['move']]) channel.postMessage(message);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stateOf(first)).to.equal('connected');
    channel.close();
  });

  describe('on another device', () => {
    const original = globalThis.fetch;
    let asked: { url: string; authorization: string | undefined; body: unknown }[] = [];
    let answer: () => Promise<Response>;

    beforeEach(() => {
      asked = [];
      globalThis.fetch = async (input, init) => {
        if (!String(input).includes('/twirp/')) return original(input, init);
        const headers = init?.headers as Record<string, string>;
        asked.push({ url: String(input), authorization: headers['authorization'], body: JSON.parse(String(init?.body)) });
        return answer();
      };
    });
    afterEach(() => (globalThis.fetch = original));

    const participants = (...list: unknown[]) => async () => Response.json({ participants: list });

    it('is known to moderators, whom the server tells', async () => {
      answer = participants({ identity: 'bob', state: 'ACTIVE' }, { identity: 'ada', state: 'ACTIVE' });
      const ada = person('ada', { roomAdmin: true });
      expect(await join(ada)).to.equal('ALREADY_IN_CALL');
      expect(asked).to.deep.equal([
        { url: 'https://simulated/twirp/livekit.RoomService/ListParticipants', authorization: `Bearer ${token('ada', { roomAdmin: true })}`, body: { room: `room ${room}` } },
      ]);
      expect(await join(ada), 'the answer').to.equal('connected');
      expect(asked).to.have.length(1);
    });

    it('keeps nobody from joining when the server does not tell', async () => {
      for (const each of [
        participants({ identity: 'ada', state: 'DISCONNECTED' }, null, 'ada'),
        async () => new Response('<html>', { status: 200 }),
        async () => new Response('{}', { status: 503 }),
        async () => Response.json({ participants: 'ada' }),
        () => Promise.reject(new TypeError('CORS')),
      ]) {
        answer = each;
        const ada = person('ada', { roomAdmin: true });
        expect(await join(ada)).to.equal('connected');
        await ada.leave();
        await noLocks();
      }
    });

    it('is not asked for by others', async () => {
      answer = participants({ identity: 'ada', state: 'ACTIVE' });
      expect(await join(person('ada'))).to.equal('connected');
      expect(asked).to.deep.equal([]);
    });
  });
});
