import { VisioError } from 'visio-core';
import { defineScenario, type SimulatedBackend } from 'visio-core/engines/simulated';
import '../../shell/call/define.js';
import './define.js';
import { query, until } from '../../testing/find.js';
import { createFrame, createView, joinAsModerator, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import { targetOf } from './target.js';

interface ModerationArgs extends StoryArgs {
  readonly page?: 'visio-moderation' | 'visio-removal' | 'visio-call';
}

function show(args: ModerationArgs, prepare: (simulation: Simulation, backend: SimulatedBackend) => unknown = () => undefined, complete?: (element: HTMLElement) => unknown): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate({ camera: false, microphone: false, ...args });
    frame.ends.add(() => simulation.meeting.dispose());
    const backend = await joinAsModerator(simulation);
    targetOf(simulation.view).value = 'grace';
    await prepare(simulation, backend);
    const element = createView(args.page ?? 'visio-moderation', simulation.view);
    frame.append(element);
    await complete?.(element);
  })();
  return frame;
}

/** Until there is a notice, or the story is gone. */
const told = (call: HTMLElement) => until(() => !call.isConnected || (query(call, 'visio-notices')?.shadowRoot && query(query(call, 'visio-notices')!, '.item')));

const never = () => new Promise<void>(() => undefined);

const meta: StoryMeta<ModerationArgs> = {
  title: 'Elements/Moderation',
  component: 'visio-moderation',
  args: {
    language: 'en',
    theme: 'auto',
    width: 480,
    height: 640,
    scenario: defineScenario({ people: [{ name: 'Grace', microphone: true, camera: true, attributes: { is_authenticated: 'true' } }, { name: 'Alan' }] }),
  },
  render: (args) => show(args, ({ director }) => director.setRoomMetadata({ access_level: 'trusted', configuration: {} })),
};
export default meta;

export const Settings: Story<ModerationArgs> = {};

export const Unknown: Story<ModerationArgs> = { render: (args) => show(args) };

export const Locked: Story<ModerationArgs> = {
  args: { theme: 'dark', language: 'fr', width: 320 },
  render: (args) =>
    show(args, ({ director }) => director.setRoomMetadata({ access_level: 'restricted', configuration: { can_publish_sources: ['microphone'], everyone_can_mute: false } })),
};

export const Asking: Story<ModerationArgs> = {
  render: (args) =>
    show(args, ({ meeting }, backend) => {
      backend.moderation.setRoom = never;
      void meeting.moderation.setRoom({ accessLevel: 'restricted' }).catch(() => undefined);
    }),
};

export const Refused: Story<ModerationArgs> = {
  args: { language: 'fr' },
  render: (args) =>
    show(args, ({ meeting }, backend) => {
      backend.failWith(new VisioError('NOT_ALLOWED', 'no'));
      return meeting.moderation.setRoom({ accessLevel: 'restricted' }).catch(() => undefined);
    }),
};

export const Removal: Story<ModerationArgs> = { args: { page: 'visio-removal', height: 260 } };

export const RemovalFrench: Story<ModerationArgs> = { args: { page: 'visio-removal', height: 300, width: 320, language: 'fr', theme: 'dark' } };

/** Someone wants to be let in: the notice, and how many on the button of the people. */
export const Knocking: Story<ModerationArgs> = {
  args: { page: 'visio-call', width: 1024, height: 640 },
  render: (args) =>
    show(
      args,
      (_, backend) => void backend.knock({ id: 'z', name: 'Zoé Nowak' }),
      told,
    ),
};

export const ManyKnocking: Story<ModerationArgs> = {
  args: { page: 'visio-call', width: 360, height: 640, language: 'fr' },
  render: (args) =>
    show(
      args,
      (_, backend) => ['Zoé', 'Yan', 'Xavier'].forEach((name) => void backend.knock({ id: name, name })),
      told,
    ),
};
