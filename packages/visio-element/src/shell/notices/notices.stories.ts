import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const after = (play: (simulation: Simulation) => unknown): Story<StoryArgs> => ({
  render: (args) =>
    showInFrame('visio-notices', args, async (simulation) => {
      await simulation.meeting.join();
      await play(simulation);
    }),
});

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Notices',
  component: 'visio-notices',
  args: { language: 'en', theme: 'dark', width: 720, height: 260, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-notices', args, ({ meeting }) => meeting.join()),
};
export default meta;

export const Reconnecting: Story<StoryArgs> = after(({ director }) => director.reconnect(3_600_000));

export const SoundHeldBack: Story<StoryArgs> = after(({ director }) => director.blockPlayback());

export const DevicesRefused: Story<StoryArgs> = { args: { scenario: 'denied-devices' } };

export const Sharing: Story<StoryArgs> = after(({ meeting }) => meeting.screenShare.setEnabled(true));

export const NothingShared: Story<StoryArgs> = {
  ...after(({ meeting }) => meeting.screenShare.setEnabled(true).catch(() => undefined)),
  args: { scenario: { denied: ['screen'] } },
};

export const Narrow: Story<StoryArgs> = { args: { scenario: 'denied-devices', width: 320, height: 420, language: 'fr' } };
