import './define.js';
import { showInFrame, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const openLobby = ({ meeting }: Simulation) => meeting.openLobby();

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Lobby',
  component: 'visio-lobby',
  args: { language: 'en', theme: 'auto', width: 1024, height: 640, displayName: 'Ada Lovelace', scenario: 'duo' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => showInFrame('visio-lobby', args, openLobby),
};
export default meta;

export const Granted: Story<StoryArgs> = {};

export const CameraOff: Story<StoryArgs> = { args: { camera: false } };

export const WithoutName: Story<StoryArgs> = { args: { camera: false, microphone: false, displayName: '' } };

export const Refused: Story<StoryArgs> = { args: { scenario: 'denied-devices' } };

export const InAFrameWithoutAllow: Story<StoryArgs> = { args: { scenario: { blocked: ['microphone', 'camera', 'screen'] } } };

export const NoDevices: Story<StoryArgs> = { args: { scenario: { absent: ['microphone', 'camera', 'speaker'] } } };

export const Joining: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-lobby', args, (simulation) => {
      openLobby(simulation);
      simulation.meeting.setBackend({ credentials: () => new Promise(() => undefined) });
      simulation.meeting.join().catch(() => undefined);
    }),
};

export const Watching: Story<StoryArgs> = {
  args: { watching: true, camera: false, microphone: false },
};

export const SidePanel: Story<StoryArgs> = { args: { width: 320, height: 480, language: 'fr' } };

export const Phone: Story<StoryArgs> = { args: { width: 360, height: 640, language: 'fr', scenario: 'denied-devices' } };

export const LyingPhone: Story<StoryArgs> = { args: { width: 740, height: 360 } };

export const WithHeader: Story<StoryArgs> = {
  render: (args) =>
    showInFrame('visio-lobby', args, openLobby, (lobby) => {
      const header = document.createElement('strong');
      header.slot = 'header';
      header.textContent = 'Weekly review';
      lobby.append(header);
    }),
};
