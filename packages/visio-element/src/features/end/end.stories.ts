import { VisioError } from 'visio-core';
import './define.js';
import { showInFrame, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const fail = async ({ meeting }: Simulation) => void (await meeting.join().catch(() => undefined));

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/End',
  component: 'visio-end',
  args: { language: 'en', theme: 'auto', width: 800, height: 520 },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-end', args, fail),
};
export default meta;

export const Left: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-end', args, async ({ meeting }) => {
      await meeting.join();
      await meeting.leave();
    }),
};

export const Removed: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-end', args, async ({ meeting, director }) => {
      await meeting.join();
      director.drop('removed');
    }),
};

export const ExpiredToken: Story<StoryArgs> = { args: { token: 'expired' } };

export const ServerUnreachable: Story<StoryArgs> = { args: { serverUrl: 'wss://unreachable' } };

export const MediaBlocked: Story<StoryArgs> = { args: { serverUrl: 'wss://blocked', width: 320, height: 480, language: 'fr' } };

/** Another tab has the same person in the same room. */
const TOKEN = `e30.${btoa(JSON.stringify({ sub: 'ada', video: { room: 'story' } }))}.`;

export const AlreadyInCall: Story<StoryArgs> = {
  args: { token: TOKEN },
  render: (args) =>
    showInFrame('visio-end', args, async ({ meeting }) => {
      const { meeting: other } = await simulate(args);
      await other.join();
      await meeting.join().catch(() => undefined);
      other.dispose();
    }),
};

export const MovedElsewhere: Story<StoryArgs> = {
  args: { language: 'fr', width: 320, height: 480 },
  render: (args) =>
    showInFrame('visio-end', args, async ({ meeting, director }) => {
      await meeting.join();
      director.drop('duplicate-identity');
    }),
};

export const CookiesBlocked: Story<StoryArgs> = {
  args: { width: 360, height: 640, language: 'fr' },
  render: (args) =>
    showInFrame('visio-end', args, async (simulation) => {
      simulation.meeting.setBackend({
        credentials: async () => {
          throw new VisioError('COOKIES_BLOCKED', 'Blocked.', { url: 'https://visio.example/abc-defg-hij' });
        },
      });
      await fail(simulation);
    }),
};
