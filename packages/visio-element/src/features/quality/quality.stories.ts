import './define.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

function show(args: StoryArgs, prepare: (simulation: Simulation) => unknown): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate(args);
    frame.ends.add(() => simulation.meeting.dispose());
    await simulation.meeting.join();
    await prepare(simulation);
    frame.append(createView('visio-quality', simulation.view));
  })();
  return frame;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Quality',
  component: 'visio-quality',
  args: { language: 'en', theme: 'auto', width: 420, height: 420, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, () => undefined),
};
export default meta;

export const Normal: Story<StoryArgs> = {};

export const LowData: Story<StoryArgs> = {
  args: { theme: 'dark', width: 320 },
  render: (args) => show(args, ({ meeting }) => meeting.quality.setDataMode('low-data')),
};

export const AudioOnly: Story<StoryArgs> = {
  args: { language: 'fr' },
  render: (args) => show(args, ({ meeting }) => meeting.quality.setDataMode('audio-only')),
};
