import './define.js';
import { showInFrame, type StoryArgs } from '../../../testing/simulate.js';
import type { Story, StoryMeta } from '../../../testing/story.js';

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Captions settings',
  component: 'visio-captions-settings',
  args: { language: 'en', theme: 'light', width: 480, height: 1060, scenario: 'duo', camera: false, microphone: false },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-captions-settings', args, () => undefined),
};
export default meta;

export const Light: Story<StoryArgs> = {};

export const DarkFrench: Story<StoryArgs> = {
  args: { theme: 'dark', language: 'fr', width: 320 },
  render: (args) =>
    showInFrame('visio-captions-settings', args, ({ meeting }) => meeting.captions.setPreferences({ size: 'huge', colors: 'black-on-yellow', background: 'solid' })),
};
