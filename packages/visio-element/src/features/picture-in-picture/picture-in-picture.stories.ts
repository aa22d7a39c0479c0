import '../../shell/tile/define.js';
import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const join = async ({ meeting }: Simulation) => void (await meeting.join());

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Small window',
  component: 'visio-small-call',
  args: { language: 'en', theme: 'auto', width: 360, height: 420, scenario: 'team-9' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-small-call', args, join),
};
export default meta;

export const Team: Story<StoryArgs> = {};

export const Alone: Story<StoryArgs> = { args: { scenario: {} } };

export const Two: Story<StoryArgs> = { args: { scenario: 'duo' } };

export const SharedScreen: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-small-call', args, async (simulation) => {
      await join(simulation);
      simulation.director.share('karim-benali');
    }),
};

export const Wide: Story<StoryArgs> = { args: { width: 640, height: 380 } };

export const Low: Story<StoryArgs> = { args: { width: 300, height: 220 } };

export const Watching: Story<StoryArgs> = { args: { watching: true } };

export const Light: Story<StoryArgs> = { args: { theme: 'light' } };

export const Reconnecting: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-small-call', args, async (simulation) => {
      await join(simulation);
      simulation.director.reconnect(600_000);
    }),
};
