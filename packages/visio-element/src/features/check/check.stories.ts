import './define.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

function show(args: StoryArgs, prepare: (simulation: Simulation) => unknown): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate(args);
    frame.ends.add(() => simulation.meeting.dispose());
    await prepare(simulation);
    frame.append(createView('visio-check', simulation.view));
  })();
  return frame;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Check',
  component: 'visio-check',
  args: { language: 'en', theme: 'auto', width: 560, height: 760, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, () => undefined),
};
export default meta;

export const Ready: Story<StoryArgs> = {};

export const UdpBlocked: Story<StoryArgs> = {
  name: 'UDP blocked',
  args: { language: 'fr', theme: 'dark', width: 320 },
  render: (args) => show(args, ({ director }) => director.setNetwork({ blocked: ['udp', 'turn'] })),
};

export const NoServer: Story<StoryArgs> = { args: { serverUrl: 'wss://unreachable.example' } };

export const NoMicrophone: Story<StoryArgs> = {
  render: (args) => show(args, ({ director }) => director.denyDevices('microphone')),
};

export const InCall: Story<StoryArgs> = { render: (args) => show(args, ({ meeting }) => meeting.join()) };
