import './define.js';
import { showInFrame, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Layout options',
  component: 'visio-layout-options',
  args: { theme: 'dark', width: 320, height: 560, layout: 'auto' },
  render: (args) => showInFrame('visio-layout-options', args, ({ meeting }) => meeting.join()),
};
export default meta;

export const Options: Story<StoryArgs> = {};
export const Interpreter: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-layout-options', args, async ({ meeting, director }) => {
      await meeting.join();
      director.setAttributes('camille-laurent', { 'visio.interpreter': 'true' });
    }),
  args: { scenario: 'team-9', language: 'fr', height: 640 },
};
export const Light: Story<StoryArgs> = { args: { theme: 'light', layout: 'sidebar' } };
