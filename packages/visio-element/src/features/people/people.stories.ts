import './define.js';
import { query, until } from '../../testing/find.js';
import { createFrame, createView, joinAsModerator, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import type { VisioPeople } from './people.js';

interface PeopleArgs extends StoryArgs {
  /** Who waits to be let in, by their names; this person then moderates. */
  readonly waiting?: readonly string[];
}

function show(args: PeopleArgs, prepare: (simulation: Simulation) => unknown, complete?: (people: VisioPeople) => unknown): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate({ camera: false, microphone: false, ...args });
    frame.ends.add(() => simulation.meeting.dispose());
    if (args.waiting) {
      const backend = await joinAsModerator(simulation);
      for (const name of args.waiting) void backend.knock({ id: name, name });
    } else {
      await simulation.meeting.join();
    }
    await prepare(simulation);
    const people = createView('visio-people', simulation.view);
    frame.append(people);
    if (!complete) return;
    await until(() => query(people, '.row') ?? !frame.isConnected);
    if (frame.isConnected) await complete(people);
  })();
  return frame;
}

/** Someone speaks, someone shares, someone has a weak connection. */
function enliven({ director }: Simulation): void {
  director.speak('karim-benali', 60_000);
  director.share('elise-fontaine');
  director.setHandRaised('aicha-traore', true);
  director.setHandRaised('ingrid-lindqvist', true);
  director.quality('louis-mercier', 'poor');
  director.quality('fatou-diallo', 'lost');
}

function invite({ meeting }: Simulation): void {
  meeting.people.setInvited([{ name: 'Nora Weber', email: 'nora.weber@example.org' }, { name: 'Paul Rossi' }]);
}

const WAITING = ['Yara Nowak', 'A person with quite a long name, of some ministry'];

async function search(people: VisioPeople, words: string): Promise<void> {
  const field = query<HTMLInputElement>(query(people, 'visio-people-search')!, 'input')!;
  field.value = words;
  field.dispatchEvent(new Event('input'));
}

const meta: StoryMeta<PeopleArgs> = {
  title: 'Elements/People',
  component: 'visio-people',
  args: { language: 'en', theme: 'auto', width: 360, height: 640, scenario: 'team-9' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, enliven),
};
export default meta;

export const Alone: Story<PeopleArgs> = { args: { scenario: {} } };

export const Nine: Story<PeopleArgs> = {};

export const French: Story<PeopleArgs> = {
  args: { language: 'fr', theme: 'dark', width: 320, waiting: WAITING },
  render: (args) => show(args, (simulation) => (enliven(simulation), invite(simulation))),
};

export const Thousand: Story<PeopleArgs> = { name: '1,000 people', args: { scenario: 'lecture-1000' }, render: (args) => show(args, () => undefined) };

export const Searching: Story<PeopleArgs> = { args: { scenario: 'lecture-1000' }, render: (args) => show(args, () => undefined, (people) => search(people, 'elise le')) };

export const NobodyFound: Story<PeopleArgs> = { render: (args) => show(args, enliven, (people) => search(people, 'Zacharie')) };

export const WaitingAndInvited: Story<PeopleArgs> = { args: { waiting: WAITING }, render: (args) => show(args, (simulation) => (enliven(simulation), invite(simulation))) };

export const CopyRefused: Story<PeopleArgs> = {
  render: (args) =>
    show(
      args,
      ({ meeting }) => meeting.people.setInvitation({ url: 'https://visio.example.org/abc-defg-hij', text: 'Join my meeting: https://visio.example.org/abc-defg-hij' }),
      (people) => {
        const invitation = query(people, 'visio-invitation')!;
        // A page of no secure origin has none either.
        const { clipboard } = navigator;
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
        query(invitation, 'button')!.click();
        Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
      },
    ),
};
