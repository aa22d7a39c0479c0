import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const show = (args: StoryArgs, prepare: (simulation: Simulation) => unknown = () => undefined) =>
  showInFrame('visio-reactions', args, async (simulation) => {
    await simulation.meeting.join();
    await prepare(simulation);
  });

export default {
  title: 'Features/Reactions/Choice',
  component: 'visio-reactions',
  args: { scenario: 'duo', camera: false, microphone: false, width: 256, height: 240 },
  render: (args) => show(args),
} satisfies StoryMeta<StoryArgs>;

export const English: Story<StoryArgs> = {};
export const French: Story<StoryArgs> = { args: { language: 'fr' } };
export const Dark: Story<StoryArgs> = { args: { theme: 'dark' } };

export const TooFast: Story<StoryArgs> = {
  render: (args) =>
    show(args, ({ meeting }) => Promise.allSettled(Array.from({ length: 11 }, () => meeting.reactions.send('party-popper')))),
};

/** Reactions are switched off here; one can still react. */
export const NotShown: Story<StoryArgs> = {
  render: (args) => show(args, ({ meeting }) => meeting.reactions.setShown(false)),
};
