import './define.js';
import { showInFrame, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Stage',
  component: 'visio-stage',
  args: { theme: 'dark', width: 960, height: 540, layout: 'auto', scenario: 'team-9' },
  argTypes: { layout: { control: 'inline-radio', options: ['auto', 'grid', 'speaker', 'sidebar'] } },
  render: (args) =>
    showInFrame(
      'visio-stage',
      args,
      ({ meeting }) => meeting.join(),
      (stage) => stage.style.setProperty('block-size', '100%'),
    ),
};
export default meta;

export const Grid: Story<StoryArgs> = {};

export const Speaker: Story<StoryArgs> = { args: { layout: 'speaker' } };

export const Pages: Story<StoryArgs> = { args: { scenario: 'lecture-1000' } };

export const SpeakerStorm: Story<StoryArgs> = { args: { scenario: 'speaker-storm', layout: 'speaker' } };

export const Tall: Story<StoryArgs> = { args: { width: 360, height: 560 } };
