import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const join = async ({ meeting }: Simulation) => void (await meeting.join());

const people = (count: number) => ({
  people: Array.from({ length: count }, (_, i) => ({ name: `Person ${i + 1}`, microphone: i % 3 !== 1, camera: i % 4 !== 2 })),
});

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Call',
  component: 'visio-call',
  args: { language: 'en', theme: 'auto', width: 1280, height: 720, layout: 'auto', scenario: 'team-9' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    layout: { control: 'inline-radio', options: ['auto', 'grid', 'speaker'] },
  },
  render: (args) => showInFrame('visio-call', args, join),
};
export default meta;

export const Alone: Story<StoryArgs> = { args: { scenario: {} } };

export const AloneInvited: Story<StoryArgs> = {
  name: 'Alone, with an address to invite to',
  args: { scenario: {} },
  render: (args) =>
    showInFrame('visio-call', args, async (simulation) => {
      simulation.meeting.people.setInvitation({ url: 'https://visio.example/abc-defg-hij' });
      await join(simulation);
    }),
};

export const Two: Story<StoryArgs> = { args: { scenario: 'duo' } };

export const Nine: Story<StoryArgs> = {};

export const TwentyFive: Story<StoryArgs> = { args: { scenario: people(24) } };

export const Thousand: Story<StoryArgs> = { args: { scenario: 'lecture-1000' } };

export const Speaker: Story<StoryArgs> = { args: { layout: 'speaker' } };

export const SharedScreen: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-call', args, async (simulation) => {
      await join(simulation);
      simulation.director.share('karim-benali');
    }),
};

export const Sharing: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-call', args, async (simulation) => {
      await join(simulation);
      await simulation.meeting.screenShare.setEnabled(true);
    }),
};

const lines = ['Hello everyone', 'The agenda is at https://docs.example.org/agenda', 'Can you see it?'];

export const Chat: Story<StoryArgs> = {
  args: { panel: 'chat' },
  render: (args) =>
    showInFrame('visio-call', args, async (simulation) => {
      await join(simulation);
      for (const text of lines) simulation.director.sendText('karim-benali', 'lk.chat', text);
      await simulation.meeting.chat.send('Yes, thank you!');
    }),
};

export const ChatNews: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-call', args, join, async (_call, { director }) => {
      for (const text of lines) {
        await new Promise((resolve) => setTimeout(resolve, 300));
        director.sendText('karim-benali', 'lk.chat', text);
      }
    }),
};

export const BadNetwork: Story<StoryArgs> = { args: { scenario: 'flaky-network' } };

export const Watching: Story<StoryArgs> = { args: { watching: true, camera: false, microphone: false, token: 'viewer' } };

export const SidePanel: Story<StoryArgs> = { args: { width: 320, height: 480, language: 'fr' } };

export const SidePanelShared: Story<StoryArgs> = { args: { width: 320, height: 640 }, render: SharedScreen.render! };

export const SidePanelChat: Story<StoryArgs> = { args: { width: 320, height: 640, language: 'fr', panel: 'chat' }, render: Chat.render! };

export const SidePanelNews: Story<StoryArgs> = { args: { width: 320, height: 480, language: 'fr' }, render: ChatNews.render! };

export const Tablet: Story<StoryArgs> = { args: { width: 768, height: 1024, language: 'fr' } };

export const Wall: Story<StoryArgs> = { args: { width: 1920, height: 1080, scenario: people(24) } };
