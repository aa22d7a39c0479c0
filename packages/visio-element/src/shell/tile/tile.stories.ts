import './define.js';
import { defineScenario, type Person } from 'visio-core/engines/simulated';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

interface Args extends StoryArgs {
  readonly person: Person;
  readonly then?: (simulation: Simulation) => void;
}

const meta: StoryMeta<Args> = {
  title: 'Elements/Tile',
  component: 'visio-tile',
  args: { theme: 'dark', width: 320, height: 180, person: { id: 'someone', name: 'Élise Fontaine', microphone: true, camera: true } },
  render: ({ person, then, ...args }) =>
    showInFrame(
      'visio-tile',
      { ...args, scenario: defineScenario({ people: [person] }) },
      async (simulation) => {
        await simulation.meeting.join();
        then?.(simulation);
      },
      (tile) => {
        tile.participantId = 'someone';
        tile.source = person.screen ? 'screen_share' : 'camera';
        tile.style.setProperty('block-size', '100%');
      },
    ),
};
export default meta;

const someone = (person: Omit<Person, 'id'>): Partial<Args> => ({ person: { id: 'someone', ...person } });

export const Camera: Story<Args> = {};

export const WithoutCamera: Story<Args> = { args: someone({ name: 'Ingrid Lindqvist', microphone: true }) };

export const Muted: Story<Args> = { args: someone({ name: 'Karim Benali', microphone: false, camera: true }) };

export const Speaking: Story<Args> = { args: { then: ({ director }) => director.speak('someone', 60_000) } };

export const WeakConnection: Story<Args> = { args: someone({ name: 'Louis Mercier', microphone: true, camera: true, quality: 'poor' }) };

export const LostConnection: Story<Args> = { args: someone({ name: 'Louis Mercier', microphone: true, quality: 'lost' }) };

export const OnAPhone: Story<Args> = { args: someone({ name: 'Théo Le Gall', microphone: true, camera: true, upright: true }) };

export const LongName: Story<Args> = { args: someone({ name: 'Maximilienne-Apolline de Saint-Exupéry-Lamartine', microphone: false }) };

export const WithoutName: Story<Args> = { args: someone({ name: '', microphone: true }) };

export const Screen: Story<Args> = { args: someone({ name: 'Fatou Diallo', screen: true }) };

export const Small: Story<Args> = { args: { ...someone({ name: 'Fatou Diallo', microphone: false, camera: true }), width: 140, height: 80 } };
