/** A chat with Alice and Bob, and what its tests ask of it again and again. One is open at a time. */
import './define.js';
import { query, queryAll, text } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioChat } from './chat.js';

export let simulation: Simulation;
export let frame: HTMLElement;
export let chat: VisioChat;

export async function openChat(options: SimulateOptions = {}, size: FrameOptions = {}): Promise<void> {
  simulation = await simulate({ scenario: { people: [{ name: 'Alice' }, { name: 'Bob' }] }, camera: false, microphone: false, ...options });
  await simulation.meeting.join();
  frame = createFrame({ width: 360, height: 560, ...size });
  document.body.append(frame);
  chat = createView('visio-chat', simulation.view);
  frame.append(chat);
  await chat.updateComplete;
}

export function closeChat(): void {
  simulation.meeting.dispose();
  frame.remove();
}

let written = 0;
export const write = (line: string, { from = 'alice', id = `id-${++written}` } = {}) => simulation.director.sendText(from, 'lk.chat', line, { id });
export const rows = () => queryAll(chat, '.row');
export const bubbles = () => queryAll(chat, '.bubble').map((each) => each.textContent);
export const field = () => query<HTMLTextAreaElement>(chat, 'textarea')!;
export const scroller = () => query(chat, '.scroller')!;
export const fromEnd = () => scroller().scrollHeight - scroller().scrollTop - scroller().clientHeight;
export const jump = () => query(chat, '.jump');
export const voice = () => text(query(chat, '[aria-live=polite]'));
export const elements = () => chat.shadowRoot!.querySelectorAll('*').length;

/** What is done during `act`, in numbers: none of them may depend on how many messages there are. */
export async function countWork(act: () => Promise<void>) {
  const work = { updates: 0, mutations: 0, rendered: 0, measured: 0, lookups: 0 };
  const observer = new MutationObserver((records) => (work.mutations += records.filter(({ type }) => type === 'childList').length));
  observer.observe(chat.shadowRoot!, { childList: true, subtree: true });
  const spied = [
    spy(chat as unknown as { updated(): void }, 'updated', () => work.updates++),
    spy(simulation.meeting.chat, 'get', () => work.rendered++),
    spy(Element.prototype, 'getBoundingClientRect', () => work.measured++),
    // Messages in the core and heights in the list are held by their ids.
    spy(Map.prototype, 'get', () => work.lookups++),
  ];
  await act();
  for (const restore of spied) restore();
  observer.disconnect();
  return work;
}

/** Calls `onCall` whenever `object[name]` is called, until the returned function is. */
function spy<K extends string>(object: Record<K, (...args: never[]) => unknown>, name: K, onCall: () => void): () => void {
  const own = Object.getOwnPropertyDescriptor(object, name);
  const original = object[name];
  Object.defineProperty(object, name, {
    configurable: true,
    value(this: unknown, ...args: never[]) {
      onCall();
      return original.apply(this, args);
    },
  });
  return () => (own ? Object.defineProperty(object, name, own) : Reflect.deleteProperty(object, name));
}
