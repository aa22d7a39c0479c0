import type { CaptionPreferences } from 'visio-core';
import '../../../shell/call/define.js';
import './define.js';
import { until } from '../../../testing/find.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../../testing/simulate.js';
import type { Story, StoryMeta } from '../../../testing/story.js';
import { converse, PEOPLE, TALK } from '../../../testing/conversation.js';

interface Args extends StoryArgs {
  readonly preferences?: Partial<CaptionPreferences>;
  readonly element?: 'visio-captions' | 'visio-call';
}

function show(args: Args, prepare: (simulation: Simulation) => unknown = (simulation) => converse(simulation, TALK, args.preferences)): HTMLElement {
  return showInFrame(args.element ?? 'visio-captions', { scenario: { people: PEOPLE }, camera: false, microphone: false, ...args }, async (simulation) => {
    await simulation.meeting.join();
    await prepare(simulation);
  });
}

/** Someone speaks to whom there is nothing to be said yet. */
async function enable({ meeting, director }: Simulation): Promise<void> {
  director.caption('karim-benali', 'Um', { segmentId: 'um', final: false });
  await until(() => meeting.captions.available.peek());
  await meeting.captions.setEnabled(true);
  director.caption('karim-benali', '', { segmentId: 'um' });
  await until(() => meeting.captions.latest.peek().length === 0);
}

const meta: StoryMeta<Args> = {
  title: 'Elements/Captions',
  component: 'visio-captions',
  args: { language: 'en', theme: 'dark', width: 800, height: 450 },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args),
};
export default meta;

export const Conversation: Story<Args> = {};

export const NothingYet: Story<Args> = { args: { language: 'fr' }, render: (args) => show(args, enable) };

export const HugeOnTop: Story<Args> = { args: { preferences: { size: 'huge', colors: 'yellow-on-black', place: 'top', background: 'solid' } } };

export const BlackOnWhite: Story<Args> = { args: { preferences: { size: 'large', colors: 'black-on-white' } } };

export const Narrow: Story<Args> = { args: { width: 320, height: 240, preferences: { size: 'large' } } };

export const Translated: Story<Args> = {
  render: (args) =>
    show(args, async (simulation) => {
      simulation.meeting.captions.setTranslator({ language: 'en', translate: async () => 'Perfect. Then I suggest that we look at page four.' });
      await converse(simulation, TALK.slice(-1), args.preferences);
      simulation.meeting.captions.setTranslator(null);
    }),
};

export const NobodyKnown: Story<Args> = { render: (args) => show(args, (simulation) => converse(simulation, [['', 'The voice on the telephone says that it cannot hear us.']])) };

export const InACall: Story<Args> = { args: { element: 'visio-call', width: 1280, height: 800, camera: true } };

export const InACallOnAPhone: Story<Args> = { args: { element: 'visio-call', width: 360, height: 640, language: 'fr', camera: true } };
