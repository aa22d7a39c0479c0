/** What `e2e/hooks.spec.ts` looks at: components that count their renderings, on the simulated engine. */
import { Component, createElement as h, memo, StrictMode, useState, version, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { createMeeting, staticBackend, type Backend, type Meeting } from 'visio-core';
import { createManualClock, simulatedDirector, simulatedEngine } from 'visio-core/engines/simulated';
import { MeetingProvider, useChat, useConnection, useMeeting, useParticipant, useParticipants, useTracks, useVideo } from 'visio-react';

const PEOPLE_SHOWN = 30;

const renders = new Map<string, number>();
const count = (name: string) => void renders.set(name, (renders.get(name) ?? 0) + 1);

const Person = memo(function Person({ id }: { readonly id: string }) {
  const { participant, isSpeaking } = useParticipant(id);
  count(`person ${id}`);
  return h('li', { className: isSpeaking ? 'speaks' : '' }, participant?.name);
});

const Name = memo(function Name({ id }: { readonly id: string }) {
  const { participant } = useParticipant(id);
  count(`name ${id}`);
  return h('li', null, participant?.name);
});

const Tracks = memo(function Tracks({ id }: { readonly id: string }) {
  const tracks = useTracks(id);
  count(`tracks ${id}`);
  return h('li', null, Object.keys(tracks).join());
});

function Count() {
  const { count: people } = useParticipants();
  count('count');
  return h('p', { id: 'count' }, people);
}

function Unread() {
  const { unread } = useChat();
  count('unread');
  return h('p', null, unread);
}

function State() {
  const { state } = useConnection();
  count('state');
  return h('p', { id: 'state' }, state);
}

function Tile({ id }: { readonly id: string }) {
  return h('video', { ref: useVideo(id), muted: true });
}

function Tiles() {
  const { ids } = useParticipants();
  return ids.map((id) => h(Tile, { key: id, id }));
}

function Lecture() {
  const { ids } = useParticipants();
  count('lecture');
  // Who they are at first: in a lecture people come and go.
  const [shown] = useState(() => ids.slice(1, PEOPLE_SHOWN + 1));
  return h('ul', null, shown.map((id) => [h(Person, { key: id, id }), h(Name, { key: `name ${id}`, id }), h(Tracks, { key: `tracks ${id}`, id })]));
}

const root = (): HTMLElement => document.querySelector('#root')!;

/** Enough for what was told to be rendered: the core tells once a frame. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 100));

const clock = createManualClock();
let meeting: Meeting;
let shown: Root;

async function showLecture(): Promise<void> {
  // The clock stands while things are counted: whatever happens is what the test does.
  const engine = simulatedEngine({ sound: false, scenario: 'lecture-1000', clock });
  meeting = createMeeting({ engine, backend: staticBackend('wss://simulated', 'any'), microphone: false, camera: false });
  const joined = meeting.join();
  while (meeting.connection.state.peek() !== 'connected') await clock.advance(50);
  await joined;
  shown = createRoot(root());
  shown.render(h(MeetingProvider, { meeting }, h(Lecture), h(Count), h(Unread), h(State)));
  await settled();
}

/** What a change renders, by name, with how often. */
async function rendersOf(change: 'rename' | 'speak' | 'publish' | 'leave'): Promise<{ id: string; renders: Record<string, number> }> {
  const director = simulatedDirector(meeting)!;
  const ids = meeting.roster.ids.peek().slice(1, PEOPLE_SHOWN + 1);
  const id = ids.find((each) => !meeting.roster.isSpeaking(each).peek() && !meeting.roster.get(each).peek()!.tracks.screen_share)!;
  await settled();
  renders.clear();
  if (change === 'rename') director.rename(id, 'Grace Hopper');
  if (change === 'speak') director.speak(id, 60_000);
  if (change === 'publish') director.share(id);
  if (change === 'leave') director.leave(meeting.roster.ids.peek().at(-1)!);
  await settled();
  return { id, renders: Object.fromEntries(renders) };
}

let asked = 0;
const backend: Backend = {
  credentials: async () => {
    asked++;
    return { serverUrl: 'wss://simulated', token: 'any' };
  },
};

function Page({ children }: { readonly children?: ReactNode }) {
  return h(MeetingProvider, { options: { engine: simulatedEngine({ sound: false, scenario: 'duo' }), backend }, autoJoin: true, fallback: h('p', null, 'Wait') }, h(State), h(Tiles), children);
}

/** Mounts and unmounts a page in strict mode, each time until it is in the call. Returns how often a token was asked for. */
async function mountTimes(times: number): Promise<number> {
  asked = 0;
  for (let i = 0; i < times; i++) {
    const mounted = createRoot(root());
    mounted.render(h(StrictMode, null, h(Page)));
    while (document.querySelector('#state')?.textContent !== 'connected') await new Promise((resolve) => setTimeout(resolve, 2));
    mounted.unmount();
  }
  await settled();
  return asked;
}

/** Renders as a server does, hydrates that, and renders the parent again. Returns what React complained of. */
async function hydrate(): Promise<{ complaints: string[]; first: string; state: string | undefined; same: boolean; asked: number }> {
  const complaints: string[] = [];
  const complain = console.error;
  console.error = (...words: unknown[]) => void complaints.push(words.map(String).join(' '));
  asked = 0;
  const meetings = new Set<Meeting>();
  const See = () => {
    meetings.add(useMeeting());
    return null;
  };
  let again: () => void = () => undefined;
  const App = () => {
    const [times, setTimes] = useState(0);
    again = () => setTimes(times + 1);
    return h(StrictMode, null, h('p', null, times), h(Page, null, h(See)));
  };
  const first = renderToString(h(App));
  root().innerHTML = first;
  const hydrated = hydrateRoot(root(), h(App));
  while (document.querySelector('#state')?.textContent !== 'connected') await new Promise((resolve) => setTimeout(resolve, 2));
  for (let i = 0; i < 5; i++) {
    again();
    await settled();
  }
  const state = document.querySelector('#state')?.textContent ?? undefined;
  hydrated.unmount();
  console.error = complain;
  return { complaints, first, state, same: meetings.size === 1, asked };
}

/** What is thrown when a hook stands outside. */
async function outside(): Promise<{ code: unknown; message: string }> {
  return new Promise((resolve) => {
    class Boundary extends Component<{ readonly children: ReactNode }> {
      override state = { failed: false };
      static getDerivedStateFromError() {
        return { failed: true };
      }
      override componentDidCatch(error: Error) {
        resolve({ code: (error as { code?: unknown }).code, message: error.message });
      }
      override render() {
        return this.state.failed ? null : this.props.children;
      }
    }
    createRoot(root()).render(h(Boundary, null, h(Count)));
  });
}

const tests = { version, showLecture, rendersOf, mountTimes, hydrate, outside };
declare global {
  interface Window {
    hooks: typeof tests;
  }
}
window.hooks = tests;
