import '../../shell/call/define.js';
import { showInFrame, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

export default {
  title: 'Features/Callers and programs',
  component: 'visio-caller-mark',
  args: {
    scenario: {
      people: [
        { name: 'Camille Laurent', microphone: true, camera: true },
        { name: 'Phone +33612345612', kind: 'sip', microphone: true },
        { name: 'Salle Vauban', kind: 'sip' },
        { name: 'Notes', kind: 'agent' },
      ],
    },
    camera: false,
    microphone: false,
    width: 960,
    height: 600,
  },
  render: (args) => showInFrame('visio-call', args, ({ meeting }) => meeting.join()),
} satisfies StoryMeta<StoryArgs>;

export const OnTiles: Story<StoryArgs> = {};
export const AmongPeople: Story<StoryArgs> = { args: { panel: 'people', language: 'fr', theme: 'light' } };

const interpreted = {
  people: [
    { name: 'Camille Laurent', microphone: true, camera: true },
    { name: 'Inès Moreau', camera: true, attributes: { 'visio.interpreter': 'true' } },
    { name: 'Karim Benali', camera: true },
  ],
};

export const InterpreterForEveryone: Story<StoryArgs> = { args: { scenario: interpreted } };
export const InterpreterForEveryoneFrench: Story<StoryArgs> = { args: { scenario: interpreted, panel: 'people', language: 'fr', theme: 'light' } };
