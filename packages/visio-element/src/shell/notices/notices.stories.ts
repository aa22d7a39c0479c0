import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const after = (play: (simulation: Simulation) => unknown): Story<StoryArgs> => ({
  render: (args) =>
    showInFrame('visio-notices', args, async (simulation) => {
      await simulation.meeting.join();
      await play(simulation);
    }),
});

/** Until so many notices are there. */
const told = ({ notices }: Simulation['meeting'], count: number) =>
  new Promise<void>((done) => {
    notices.items.subscribe(({ length }) => {
      if (length === count) done();
    });
  });

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Notices',
  component: 'visio-notices',
  args: { language: 'en', theme: 'dark', width: 720, height: 260, scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-notices', args, ({ meeting }) => meeting.join()),
};
export default meta;

export const Reconnecting: Story<StoryArgs> = after(({ director }) => director.reconnect(3_600_000));

export const SoundHeldBack: Story<StoryArgs> = after(({ director }) => director.blockPlayback());

export const DevicesRefused: Story<StoryArgs> = { args: { scenario: 'denied-devices' } };

export const Sharing: Story<StoryArgs> = after(({ meeting }) => meeting.screenShare.setEnabled(true));

export const NothingShared: Story<StoryArgs> = {
  ...after(({ meeting }) => meeting.screenShare.setEnabled(true).catch(() => undefined)),
  args: { scenario: { denied: ['screen'] } },
};

export const People: Story<StoryArgs> = after(async ({ director, meeting }) => {
  for (const name of ['Inès Moreau', 'Tom Petit', 'Zoé Le Gall']) director.join({ name });
  director.setAttributes('camille-laurent', { handRaisedAt: '2027-01-14T09:00:00Z' });
  await told(meeting, 2);
  meeting.notices.hold();
});

export const Messages: Story<StoryArgs> = after(async ({ director, meeting }) => {
  director.sendText('camille-laurent', 'lk.chat', 'Bonjour à tous !');
  director.sendText('camille-laurent', 'lk.chat', 'The agenda is in the shared folder. Please add what you would like to talk about before noon, so that we can be done in time.');
  await told(meeting, 1);
  meeting.notices.hold();
});

export const OfAHost: Story<StoryArgs> = after(({ meeting }) => {
  meeting.notices.show({ text: 'The room is needed again at noon.', icon: 'alert', sticky: true, actions: [{ label: 'Ten minutes more', run: () => undefined }] });
});

export const Narrow: Story<StoryArgs> = { args: { scenario: 'denied-devices', width: 320, height: 420, language: 'fr' } };
