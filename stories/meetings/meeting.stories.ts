/** The whole element in the states that a person meets, on the simulated engine: no server, no camera. */
import 'visio-element';
import { createMeeting, staticBackend } from 'visio-core';
import { simulatedEngine, type ScenarioName } from 'visio-core/engines/simulated';

interface Args {
  readonly scenario: ScenarioName;
  /** Where the story begins. */
  readonly at: 'lobby' | 'call' | 'end';
  readonly layout: 'auto' | 'grid' | 'speaker' | 'sidebar';
  readonly width: string;
  readonly height: string;
  /** What the server is to answer; `expired`, for one. */
  readonly token: string;
}

interface Context {
  readonly globals: { readonly lang?: string; readonly theme?: 'auto' | 'light' | 'dark' };
}

function render({ scenario, at, layout, width, height, token }: Args, { globals }: Context): HTMLElement {
  const meeting = createMeeting({
    engine: simulatedEngine({ scenario, sound: false }),
    backend: staticBackend('wss://simulated', token),
    displayName: 'Camille Martin',
  });
  const element = document.createElement('visio-meeting');
  element.meeting = meeting;
  element.layout = layout;
  element.lang = globals.lang ?? 'en';
  element.theme = globals.theme ?? 'auto';
  element.style.inlineSize = width;
  element.style.blockSize = height;
  if (at !== 'lobby') {
    void meeting
      .join()
      .then(() => (at === 'end' ? meeting.leave() : undefined))
      .catch(() => undefined);
  }
  return element;
}

export default {
  title: 'Meetings/visio-meeting',
  component: 'visio-meeting',
  args: { scenario: 'team-9', at: 'call', layout: 'auto', width: '100%', height: '100vh', token: 'any' },
  argTypes: {
    scenario: { control: 'select', options: ['duo', 'team-9', 'lecture-1000', 'flaky-network', 'speaker-storm', 'denied-devices'] },
    at: { control: 'inline-radio', options: ['lobby', 'call', 'end'] },
    layout: { control: 'inline-radio', options: ['auto', 'grid', 'speaker', 'sidebar'] },
  },
  render,
};

type Story = { readonly args: Partial<Args> };

export const Lobby: Story = { args: { at: 'lobby' } };
export const LobbyWithDevicesRefused: Story = { args: { at: 'lobby', scenario: 'denied-devices' } };
export const LobbyInASidePanel: Story = { args: { at: 'lobby', width: '320px', height: '480px' } };
export const TwoPeople: Story = { args: { scenario: 'duo' } };
export const NinePeople: Story = { args: {} };
export const NinePeopleInASidePanel: Story = { args: { width: '320px', height: '600px' } };
export const WhoSpeaksLarge: Story = { args: { layout: 'speaker' } };
export const Lecture: Story = { args: { scenario: 'lecture-1000' } };
export const FlakyNetwork: Story = { args: { scenario: 'flaky-network' } };
export const End: Story = { args: { at: 'end' } };
export const TokenExpired: Story = { args: { token: 'expired' } };
