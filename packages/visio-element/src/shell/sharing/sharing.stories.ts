import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const share = (choice: Parameters<Simulation['director']['chooseScreen']>[0]) => async ({ meeting, director }: Simulation) => {
  director.chooseScreen(choice);
  await meeting.join();
  await meeting.screenShare.setEnabled(true);
};

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Sharing',
  component: 'visio-sharing',
  args: { language: 'en', theme: 'auto', width: 1024, height: 200, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-sharing', args, share({})),
};
export default meta;

export const Text: Story<StoryArgs> = {};

export const Motion: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-sharing', args, async (simulation) => {
      await share({})(simulation);
      await simulation.meeting.screenShare.setOptions({ hint: 'motion' });
    }),
};

export const WithSound: Story<StoryArgs> = { render: (args) => showInFrame('visio-sharing', args, share({ sound: true })) };

export const TheMeetingItself: Story<StoryArgs> = { render: (args) => showInFrame('visio-sharing', args, share({ self: true })) };

export const Narrow: Story<StoryArgs> = { args: { width: 320, language: 'fr' }, render: (args) => showInFrame('visio-sharing', args, share({ sound: true })) };

export const NarrowTheMeetingItself: Story<StoryArgs> = { args: { width: 320, language: 'fr' }, render: (args) => showInFrame('visio-sharing', args, share({ self: true })) };
