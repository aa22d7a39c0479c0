/** The whole element in each state that a person meets, on the simulated engine: no server, no camera. */
import 'visio-element';
import { createMeeting, staticBackend, type Meeting } from 'visio-core';
import { simulatedBackend, simulatedDirector, simulatedEngine, type Director, type Person, type Scenario, type ScenarioName, type SimulatedBackend } from 'visio-core/engines/simulated';
import { until } from '../../packages/visio-element/src/testing/find.js';

/** Attributes, by their names in HTML, and what the story has besides. */
interface Args {
  readonly scenario: ScenarioName | Scenario;
  readonly width: string;
  readonly height: string;
  readonly token: string;
  readonly 'server-url': string;
  readonly 'display-name': string;
  readonly microphone: 'on' | 'off';
  readonly camera: 'on' | 'off';
  readonly intent: 'join' | 'call' | 'watch';
  readonly [attribute: string]: unknown;
}

interface Simulated {
  readonly meeting: Meeting;
  readonly director: Director;
  readonly backend: SimulatedBackend;
  /** Opens a panel or a dialog, by its contribution's name. */
  open(what: 'panel' | 'dialog', name: string): Promise<void>;
}

interface StoryContext {
  readonly parameters: { readonly play?: (simulated: Simulated) => unknown };
}

/** What the story knows, and the element has no attribute for. */
const OWN = ['scenario', 'width', 'height', 'token', 'server-url'];

function render(args: Args, { parameters }: StoryContext): HTMLElement {
  const isWatching = args.intent === 'watch';
  const meeting = createMeeting({
    engine: simulatedEngine({ scenario: args.scenario, sound: false }),
    backend: staticBackend(args['server-url'], args.token),
    displayName: args['display-name'],
    microphone: !isWatching && args.microphone !== 'off',
    camera: !isWatching && args.camera !== 'off',
  });
  const director = simulatedDirector(meeting)!;
  const element = document.createElement('visio-meeting');
  for (const [name, value] of Object.entries(args)) {
    if (OWN.includes(name) || value === undefined || value === null || value === false || value === '') continue;
    if (typeof value !== 'object' && typeof value !== 'function') element.setAttribute(name, value === true ? '' : String(value));
  }
  element.meeting = meeting;
  element.style.inlineSize = args.width;
  element.style.blockSize = args.height;
  element.style.marginInline = 'auto';
  const backend = simulatedBackend(() => director);
  const open = async (what: 'panel' | 'dialog', name: string) => {
    const call = await until(() => element.shadowRoot?.querySelector('visio-call'));
    call.view[what].value = name;
  };
  void parameters.play?.({ meeting, director, backend, open });
  return element;
}

export default {
  title: 'Meetings/visio-meeting',
  component: 'visio-meeting',
  args: { scenario: 'team-9', width: '100%', height: '100vh', token: 'any', 'server-url': 'wss://simulated', 'display-name': 'Ada Lovelace', microphone: 'on', camera: 'on', intent: 'join', layout: 'auto' },
  argTypes: {
    scenario: { control: 'select', options: ['duo', 'team-9', 'lecture-1000', 'flaky-network', 'speaker-storm', 'denied-devices'], table: { category: 'story' } },
    width: { control: 'text', table: { category: 'story' } },
    height: { control: 'text', table: { category: 'story' } },
  },
  render,
};

interface Story {
  readonly args?: Partial<Args>;
  readonly parameters?: StoryContext['parameters'];
}

const NAMES = ['Camille Laurent', 'Karim Benali', 'Élise Fontaine', 'Théo Le Gall', 'Aïcha Traoré', 'Ingrid Lindqvist', 'Louis Mercier', 'Maximilienne-Apolline de Saint-Exupéry'];

/** Oneself not counted. */
const people = (count: number): Scenario => ({
  people: Array.from({ length: count }, (_, i): Person => ({ name: i < NAMES.length ? NAMES[i]! : `${NAMES[i % 7]!.split(' ')[0]} ${i + 1}`, microphone: i % 3 !== 1, camera: i % 4 !== 2 })),
});

/** A call, in which then happens what there is to see. */
const call = (then: (simulated: Simulated) => unknown = () => undefined, args: Partial<Args> = {}): Story => ({
  args,
  parameters: {
    async play(simulated) {
      await simulated.meeting.join();
      await then(simulated);
    },
  },
});

/** The way in, or the end, that the server answers with. */
const attempt = (args: Partial<Args>): Story => ({ args, parameters: { play: ({ meeting }) => meeting.join().catch(() => undefined) } });

export const Lobby: Story = {};
export const LobbyRefused: Story = { args: { scenario: 'denied-devices' } };
export const LobbyWithoutDevices: Story = { args: { scenario: { absent: ['microphone', 'camera', 'speaker'] } } };
export const Waiting: Story = {
  parameters: {
    play({ meeting, backend }) {
      backend.holdBack();
      meeting.setBackend(backend);
      // Whoever closes the story waits no longer.
      meeting.join().catch(() => undefined);
    },
  },
};
export const EntryRefused: Story = {
  parameters: {
    play({ meeting, backend }) {
      const gate = backend.holdBack();
      meeting.setBackend(backend);
      meeting.join().catch(() => undefined);
      gate.refuse();
    },
  },
};

export const Alone: Story = call(undefined, { scenario: {} });
export const TwoPeople: Story = call(undefined, { scenario: 'duo' });
export const NinePeople: Story = call();
export const TwentyFivePeople: Story = call(undefined, { scenario: people(24) });
export const HundredPeople: Story = call(undefined, { scenario: people(99) });
export const ThousandPeople: Story = call(undefined, { scenario: 'lecture-1000' });

export const SomeoneShares: Story = call(({ director }) => director.share('karim-benali'));
export const YouShare: Story = call(({ meeting }) => meeting.screenShare.setEnabled(true));
export const Pinned: Story = call(({ meeting }) => meeting.layout.pin('karim-benali'));
export const SpeakerLarge: Story = call(undefined, { layout: 'speaker' });
export const Captions: Story = call(async ({ meeting, director }) => {
  director.caption('camille-laurent', 'Good morning, everyone. Shall we begin with the budget?');
  await until(() => meeting.captions.available.peek());
  await meeting.captions.setEnabled(true);
  director.caption('karim-benali', 'Yes. The table is in the notes, and I will share it in a moment.');
});
export const ChatEmpty: Story = call(({ open }) => open('panel', 'chat'));
export const ChatFull: Story = call(async ({ meeting, director, open }) => {
  for (let i = 0; i < 60; i++) director.sendText(['karim-benali', 'camille-laurent', 'elise-fontaine'][i % 3]!, 'lk.chat', `Point ${i + 1} is in https://docs.example.org/agenda#${i + 1}`);
  await open('panel', 'chat');
  await until(() => meeting.chat.send.enabled.peek());
  await meeting.chat.send('Thank you, I have read them all.');
});
export const People: Story = call(async ({ director, open }) => {
  director.setHandRaised('aicha-traore', true);
  await open('panel', 'people');
});
export const Settings: Story = call(({ open }) => open('dialog', 'settings'));
export const Recording: Story = call(({ director }) => {
  director.setRoomMetadata({ recording_mode: 'screen_recording', recording_status: 'started' });
  director.setRecording(true);
});
export const Reconnecting: Story = call(({ director }) => director.reconnect(600_000));
export const BadNetwork: Story = call(({ director }) => {
  director.quality(director.localId, 'poor');
  director.quality('karim-benali', 'lost');
});
export const Watching: Story = call(undefined, { intent: 'watch', token: 'viewer' });

export const Left: Story = call(({ meeting }) => meeting.leave());
export const Removed: Story = call(({ director }) => director.drop('removed'));
export const TokenExpired: Story = attempt({ token: 'expired' });
export const ServerUnreachable: Story = attempt({ 'server-url': 'wss://unreachable' });
export const MediaBlocked: Story = attempt({ 'server-url': 'wss://blocked' });

const SIDE_PANEL = { width: '320px', height: '600px' };
const TABLET = { width: '768px', height: '1024px' };
const WALL = { width: '1920px', height: '1080px' };
export const SidePanelLobby: Story = { args: SIDE_PANEL };
export const SidePanelCall: Story = call(undefined, SIDE_PANEL);
export const SidePanelChat: Story = { ...ChatFull, args: SIDE_PANEL };
export const TabletLobby: Story = { args: TABLET };
export const TabletCall: Story = call(undefined, TABLET);
export const WallCall: Story = call(undefined, { ...WALL, scenario: people(24) });
export const WallShared: Story = { ...SomeoneShares, args: WALL };
