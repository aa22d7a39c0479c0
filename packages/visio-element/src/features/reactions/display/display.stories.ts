import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../../testing/simulate.js';
import type { Story, StoryMeta } from '../../../testing/story.js';

const show = (args: StoryArgs, react: (simulation: Simulation) => unknown) =>
  showInFrame(
    'visio-reaction-display',
    args,
    ({ meeting }) => meeting.join(),
    (_, simulation) => react(simulation),
  );

/** Again and again, so that there is something to look at. */
const some = ({ director, meeting }: Simulation) => {
  const emojis = meeting.reactions.emojis;
  const react = () => {
    const people = director.ids.filter((id) => id !== director.localId);
    director.react(people[Math.floor(director.random() * people.length)]!, emojis[Math.floor(director.random() * emojis.length)]!);
  };
  react();
  director.every(350, react);
};

export default {
  title: 'Features/Reactions/Display',
  component: 'visio-reaction-display',
  args: { scenario: 'team-9', camera: false, microphone: false, width: 960, height: 600 },
  render: (args) => show(args, some),
} satisfies StoryMeta<StoryArgs>;

export const Some: Story<StoryArgs> = {};
export const OnAPhone: Story<StoryArgs> = { args: { width: 320, height: 400 } };

/** As many as there may be. */
export const Applause: Story<StoryArgs> = {
  render: (args) =>
    show({ ...args, scenario: 'speaker-storm' }, ({ director }) => {
      const applaud = () => director.ids.forEach((id) => id !== director.localId && director.react(id, 'clapping-hands'));
      applaud();
      director.every(700, applaud);
    }),
};

export const OneOwn: Story<StoryArgs> = {
  render: (args) => show(args, ({ meeting }) => meeting.reactions.send('red-heart')),
};
