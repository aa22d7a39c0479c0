import './define.js';
import { showInFrame, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Bar',
  component: 'visio-bar',
  args: { language: 'en', theme: 'dark', width: 960, height: 80, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-bar', args, ({ meeting }) => meeting.join()),
};
export default meta;

export const Everything: Story<StoryArgs> = {};

export const Off: Story<StoryArgs> = { args: { microphone: false, camera: false } };

export const Sharing: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-bar', args, async ({ meeting }) => {
      await meeting.join();
      await meeting.screenShare.setEnabled(true);
    }),
};

export const MenuOpen: Story<StoryArgs> = {
  args: { height: 480 },
  render: (args) =>
    showInFrame(
      'visio-bar',
      args,
      ({ meeting }) => meeting.join(),
      async (bar) => {
        bar.style.setProperty('margin-block-start', '400px');
        await bar.updateComplete;
        bar.renderRoot.querySelector<HTMLButtonElement>('.more')?.click();
      },
    ),
};

export const ViewerOnly: Story<StoryArgs> = { args: { token: 'viewer', microphone: false, camera: false } };

export const Narrow: Story<StoryArgs> = { args: { width: 320, height: 64, language: 'fr' } };
