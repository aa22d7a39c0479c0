import '../../shell/call/define.js';
import { showInFrame, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

export default {
  title: 'Features/Recording',
  component: 'visio-recording',
  args: { scenario: 'duo', camera: false, microphone: false, width: 960, height: 600 },
  render: (args) =>
    showInFrame('visio-call', args, async ({ meeting, director }) => {
      await meeting.join();
      director.setRecording(true);
    }),
} satisfies StoryMeta<StoryArgs>;

export const InACall: Story<StoryArgs> = {};
export const Light: Story<StoryArgs> = { args: { theme: 'light', language: 'fr' } };
export const OnAPhone: Story<StoryArgs> = { args: { width: 320, height: 480, language: 'fr' } };
