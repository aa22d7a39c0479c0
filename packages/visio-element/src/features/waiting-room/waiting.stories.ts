import '../lobby/define.js';
import './define.js';
import { giveBackend, showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

/** Joins, and is kept waiting. */
function wait(simulation: Simulation): ReturnType<ReturnType<typeof giveBackend>['holdBack']> {
  const gate = giveBackend(simulation).holdBack();
  simulation.meeting.openLobby();
  simulation.meeting.join().catch(() => undefined);
  return gate;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Waiting',
  component: 'visio-waiting',
  args: { language: 'en', theme: 'auto', width: 1024, height: 640, displayName: 'Ada Lovelace', scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-lobby', args, wait),
};
export default meta;

export const Waiting: Story<StoryArgs> = {};

export const French: Story<StoryArgs> = { args: { language: 'fr', theme: 'dark', camera: false } };

export const Phone: Story<StoryArgs> = { args: { width: 360, height: 640, language: 'fr' } };

export const SidePanel: Story<StoryArgs> = { args: { width: 320, height: 480 } };

export const Watching: Story<StoryArgs> = { args: { watching: true, camera: false, microphone: false } };

export const Admitted: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-lobby', args, (simulation) => {
      const gate = wait(simulation);
      simulation.meeting.engine.connect = () => new Promise(() => undefined);
      gate.letIn();
    }),
};
