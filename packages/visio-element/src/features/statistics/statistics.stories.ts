import './define.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

function show(args: StoryArgs, prepare: (simulation: Simulation) => unknown): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate(args);
    frame.ends.add(() => simulation.meeting.dispose());
    await prepare(simulation);
    const element = createView('visio-statistics', simulation.view);
    element.style.setProperty('overflow', 'auto');
    element.style.setProperty('block-size', '100%');
    frame.append(element);
  })();
  return frame;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Statistics',
  component: 'visio-statistics',
  args: { language: 'en', theme: 'auto', width: 760, height: 900, scenario: 'team-9' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, ({ meeting }) => meeting.join()),
};
export default meta;

export const Call: Story<StoryArgs> = {};

export const Narrow: Story<StoryArgs> = { args: { width: 320, theme: 'dark', language: 'fr' } };

export const Waiting: Story<StoryArgs> = { render: (args) => show(args, () => undefined) };
