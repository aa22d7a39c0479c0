import './settings-ring.js';
import { createFrame, simulate, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Notices settings',
  component: 'visio-notices-settings',
  args: { language: 'en', theme: 'light', width: 480, height: 640, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render(args) {
    const frame = createFrame(args);
    void (async () => {
      const simulation = await simulate(args);
      frame.ends.add(() => simulation.meeting.dispose());
      await simulation.meeting.join();
      const element = document.createElement('visio-notices-settings');
      element.view = simulation.view;
      frame.append(element);
    })();
    return frame;
  },
};
export default meta;

export const Light: Story<StoryArgs> = {};

export const DarkFrench: Story<StoryArgs> = { args: { theme: 'dark', language: 'fr', width: 320 } };
