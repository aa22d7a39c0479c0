import './define.js';
import { query, until } from '../../../testing/find.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../../testing/simulate.js';
import type { Story, StoryMeta } from '../../../testing/story.js';
import { converse, PEOPLE, TALK } from '../../../testing/conversation.js';
import type { VisioCaptionList } from './list.js';

function show(args: StoryArgs, prepare: (simulation: Simulation) => unknown, words = ''): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate({ scenario: { people: PEOPLE }, camera: false, microphone: false, ...args });
    frame.ends.add(() => simulation.meeting.dispose());
    await simulation.meeting.join();
    await prepare(simulation);
    const list: VisioCaptionList = createView('visio-caption-list', simulation.view);
    frame.append(list);
    if (!words) return;
    const field = await until(() => {
      const search = query(list, 'visio-people-search');
      return search?.shadowRoot && query<HTMLInputElement>(search, 'input');
    });
    field.value = words;
    field.dispatchEvent(new Event('input'));
  })();
  return frame;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/All captions',
  component: 'visio-caption-list',
  args: { language: 'en', theme: 'light', width: 360, height: 560 },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, (simulation) => converse(simulation)),
};
export default meta;

export const Conversation: Story<StoryArgs> = {};

export const DarkFrench: Story<StoryArgs> = { args: { theme: 'dark', language: 'fr', width: 320, height: 480 } };

export const Empty: Story<StoryArgs> = { render: (args) => show(args, () => undefined) };

export const Searching: Story<StoryArgs> = { render: (args) => show(args, (simulation) => converse(simulation), 'le') };

export const NothingFound: Story<StoryArgs> = { args: { language: 'fr' }, render: (args) => show(args, (simulation) => converse(simulation), 'Zacharie') };

export const Translated: Story<StoryArgs> = {
  render: (args) =>
    show(args, async (simulation) => {
      simulation.meeting.captions.setTranslator({ language: 'en', translate: async () => 'Perfect. Then I suggest that we look at page four.' });
      await converse(simulation, TALK.slice(-1));
      simulation.director.leave('elise-fontaine');
    }),
};

/** An hour of talk. */
export const Long: Story<StoryArgs> = {
  render: (args) =>
    show(args, (simulation) =>
      converse(
        simulation,
        Array.from({ length: 200 }, (_, index) => [PEOPLE[index % 3]!.name === 'Karim Benali' ? 'karim-benali' : 'camille-laurent', `${'word '.repeat((index % 30) + 1)}${index}.`] as const),
      ),
    ),
};
