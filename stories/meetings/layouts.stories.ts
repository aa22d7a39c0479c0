/** Every arrangement of a call, with time standing still: what the visual tests look at. */
import 'visio-element';
import { createMeeting, staticBackend, type ConnectOptions, type LayoutMode, type Meeting, type SelfView } from 'visio-core';
import { createManualClock, defineScenario, simulatedDirector, simulatedEngine, type Director, type Person } from 'visio-core/engines/simulated';

interface Args {
  readonly layout: LayoutMode;
  readonly selfView: SelfView;
  readonly people: readonly Person[];
  /** What happens before one looks. */
  readonly play?: (meeting: Meeting, director: Director) => unknown;
}

interface Context {
  readonly globals: { readonly lang?: string; readonly theme?: '' | 'auto' | 'light' | 'dark' | 'high-contrast' };
}

const team: readonly Person[] = [
  { name: 'Camille Laurent', microphone: true, camera: true },
  { name: 'Karim Benali', microphone: true },
  { name: 'Élise Fontaine', microphone: false },
  { name: 'Théo Le Gall', microphone: false },
  { name: 'Aïcha Traoré', microphone: true },
  { name: 'Ingrid Lindqvist', microphone: false, quality: 'poor' },
  { name: 'Louis Mercier', microphone: false },
  { name: 'Maximilienne-Apolline de Saint-Exupéry', microphone: false },
];

const crowd: readonly Person[] = Array.from({ length: 59 }, (_, i) => ({ name: `${team[i % team.length]!.name.split(' ')[0]} ${i + 1}`, microphone: i % 3 === 0 }));

function render({ layout, selfView, people, play }: Args, { globals }: Context): HTMLElement {
  const clock = createManualClock();
  let onConnect = (): void => undefined;
  const connecting = new Promise<void>((resolve) => (onConnect = resolve));
  const meeting = createMeeting({
    engine(context) {
      const engine = simulatedEngine({ scenario: defineScenario({ people }), clock, sound: false })(context);
      const { connect } = engine;
      return Object.assign(engine, {
        connect(options: ConnectOptions) {
          onConnect();
          return connect(options);
        },
      });
    },
    backend: staticBackend('wss://simulated', 'any'),
    displayName: 'Ada Lovelace',
    // What one says oneself comes in the world's own time.
    microphone: false,
    camera: false,
  });
  const element = document.createElement('visio-meeting');
  element.meeting = meeting;
  element.layout = layout;
  element.lang = globals.lang || 'en';
  element.theme = globals.theme || 'auto';
  // A call is dark unless its host wants otherwise.
  element.style.setProperty('--visio-call-scheme', element.theme === 'light' ? 'light' : 'dark');
  element.style.inlineSize = '100%';
  element.style.blockSize = '100vh';
  void begin();
  return element;

  async function begin(): Promise<void> {
    meeting.join().catch(() => undefined);
    // What a way in waits for beside the engine takes the world's time, now more and now less: the clock waits for it.
    await connecting;
    await clock.advance(200);
    await new Promise<void>((resolve) => {
      const end = meeting.connection.state.subscribe((state) => {
        if (state === 'connected') queueMicrotask(() => (end(), resolve()));
      });
    });
    await clock.advance(1_000);
    await meeting.layout.setSelfView(selfView);
    const director = simulatedDirector(meeting)!;
    director.speak('camille-laurent', 600_000);
    await play?.(meeting, director);
    await clock.advance(50);
  }
}

export default {
  title: 'Meetings/Layouts',
  component: 'visio-meeting',
  args: { layout: 'auto', selfView: 'tile', people: team },
  argTypes: {
    layout: { control: 'inline-radio', options: ['auto', 'grid', 'speaker', 'sidebar'] },
    selfView: { control: 'inline-radio', options: ['tile', 'floating', 'hidden'] },
  },
  render,
};

type Story = { readonly args: Partial<Args> };

export const Grid: Story = { args: {} };
export const Pages: Story = { args: { people: crowd } };
export const Speaker: Story = { args: { layout: 'speaker' } };
export const Sidebar: Story = { args: { layout: 'sidebar' } };
export const Pinned: Story = {
  args: {
    async play({ layout }) {
      await layout.pin('karim-benali');
      await layout.pin('camille-laurent');
    },
  },
};
export const Screen: Story = { args: { play: (_, director) => director.share('karim-benali') } };
export const Screens: Story = {
  args: {
    play(_, director) {
      director.share('aicha-traore');
      director.share('karim-benali');
    },
  },
};
export const SelfFloating: Story = { args: { selfView: 'floating' } };
export const SelfHidden: Story = { args: { selfView: 'hidden', people: team.slice(0, 2) } };
