import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine, EngineEvent } from '../../engine/engine.js';
import { createConnection } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { createEvents } from '../../meeting/events.js';
import { createRoomState } from '../../meeting/room-state.js';
import { createRoster } from '../../meeting/roster.js';
import { batch, computed, defineCommand, effect, Scope, signal } from '../../reactive/index.js';
import { createChat } from './chat.js';
import { CHAT_TOPIC } from './topics.js';

type Code = typeof import('./conversation.js');

/** A chat by itself, whose code comes when the test lets it. */
function createParts() {
  const connection = createConnection();
  const roster = createRoster();
  const scope = new Scope();
  const { tell: tellFeature, ...events } = createEvents();
  const sendText = vi.fn(async (_topic: string, _text: string) => 'id');
  const loads: { succeed(): Promise<void>; fail(): Promise<void> }[] = [];
  const context: FeatureContext = {
    ...events,
    engine: { sendText, sendPacket: async () => undefined } as unknown as Engine,
    connection,
    roster,
    roomState: createRoomState().state,
    there: () => new Map(),
    scope,
    log: () => undefined,
    storage: null,
    session: signal(null),
    leave: () => undefined,
    access: () => ({ backend: { credentials: async () => ({ serverUrl: '', token: '' }) }, room: '' }),
    active: computed(() => true),
    command: (options) => defineCommand(options),
  };
  const chat = createChat(context, {}, () => {
    return new Promise<Code>((resolve, reject) => {
      loads.push({
        async succeed() {
          vi.useRealTimers();
          resolve(await import('./conversation.js'));
          await new Promise((done) => setTimeout(done));
        },
        async fail() {
          reject(new TypeError('Failed to fetch'));
          await Promise.resolve();
        },
      });
    });
  });
  const tell = (...events: readonly EngineEvent[]) =>
    batch(() => {
      for (const event of events) {
        roster.handle(event);
        tellFeature(event);
      }
    });
  const person = (id: string, isLocal = false): EngineEvent => ({
    type: 'participant',
    participant: { id, name: id, isLocal, joinedAt: 0, attributes: {}, canPublish: [], canSetAttributes: false, kind: 'standard' },
  });
  return {
    chat,
    loads,
    roster,
    scope,
    sendText,
    tell,
    text: (text: string, id = text): EngineEvent => ({ type: 'text', topic: CHAT_TOPIC, from: 'grace', id, text, timestamp: 0, attributes: {} }),
    texts: () => chat.ids.peek().map((id) => chat.get(id).peek()!.text),
    enter() {
      connection.go('lobby');
      connection.go('joining');
      connection.go('connected');
      tell({ type: 'connected' }, person('ada', true), person('grace'));
    },
  };
}

describe('the chat’s code', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is fetched with the first message, once', async () => {
    const { loads, enter, tell, text } = createParts();
    enter();
    expect(loads).toHaveLength(0);
    tell(text('one'), { type: 'disconnected', reason: 'connection-lost' });
    enter();
    expect(loads).toHaveLength(1);
    await loads[0]!.succeed();
    enter();
    expect(loads).toHaveLength(1);
  });

  it('is fetched when somebody looks at the messages of a call', () => {
    const { chat, loads, enter } = createParts();
    chat.watch();
    expect(loads).toHaveLength(0);
    enter();
    chat.watch();
    expect(loads).toHaveLength(1);
  });

  it('gets what came before it, in order and in one update', async () => {
    const { chat, loads, enter, tell, text, texts } = createParts();
    enter();
    for (let i = 0; i < 100; i++) tell(text(`${i}`));
    tell(text('edited', '5'));
    expect(texts()).toEqual([]);
    expect(chat.exportText()).toBe('');
    let updates = 0;
    const end = effect(() => void (chat.ids.value, updates++));
    await loads[0]!.succeed();
    expect(texts()).toEqual(Array.from({ length: 100 }, (_, i) => (i === 5 ? 'edited' : `${i}`)));
    expect(updates).toBe(2);
    expect(chat.unread.value).toBe(100);
    tell(text('after'));
    expect(texts().at(-1)).toBe('after');
    end();
  });

  it('lets a message wait for it', async () => {
    const { chat, loads, enter, sendText, texts } = createParts();
    enter();
    const sending = [chat.send('first'), chat.send('second')];
    expect(chat.send.pending.value).toBe(true);
    await loads[0]!.succeed();
    await Promise.all(sending);
    expect(sendText.mock.calls.map(([, text]) => text)).toEqual(['first', 'second']);
    expect(texts()).toEqual(['first', 'second']);
  });

  it('is told of when it fails, and fetched again, by itself and with the next message; nothing is lost', async () => {
    const { chat, loads, enter, tell, text, texts } = createParts();
    enter();
    tell(text('early'));
    const sending = chat.send('x');
    await loads[0]!.fail();
    await expect(sending).rejects.toMatchObject({ code: 'ENGINE_LOAD_FAILED' });
    expect(chat.send.error.value?.code).toBe('ENGINE_LOAD_FAILED');
    await vi.advanceTimersByTimeAsync(4_999);
    expect(loads).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(loads).toHaveLength(2);
    await loads[1]!.fail();
    await vi.advanceTimersByTimeAsync(0);
    const again = chat.send('y');
    expect(loads).toHaveLength(3);
    await loads[2]!.succeed();
    await again;
    expect(texts()).toEqual(['early', 'y']);
    expect(chat.send.error.value).toBe(null);
  });

  it('is fetched no more once the meeting is disposed of', async () => {
    const { loads, enter, scope, tell, text } = createParts();
    enter();
    tell(text('one'));
    await loads[0]!.fail();
    scope.end();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(loads).toHaveLength(1);
  });

  it('does not make others’ messages pile up without end, and counts what it drops', async () => {
    const { chat, loads, enter, tell, text, texts } = createParts();
    enter();
    for (let i = 0; i < 300; i++) tell(text('x'.repeat(60_000), `long-${i}`));
    await loads[0]!.succeed();
    expect(chat.dropped.value).toBe(168);
    expect(texts()).toHaveLength(132);
  });

  it('sends nothing when the call ended meanwhile', async () => {
    const { chat, loads, enter, roster, texts, sendText } = createParts();
    enter();
    const outcome = chat.send('too late').catch((error: unknown) => error);
    roster.clear();
    await loads[0]!.succeed();
    expect(await outcome).toMatchObject({ code: 'COMMAND_DISABLED' });
    expect(texts()).toEqual([]);
    expect(sendText).not.toHaveBeenCalled();
  });
});
