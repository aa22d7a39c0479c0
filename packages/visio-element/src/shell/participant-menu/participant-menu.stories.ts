import '../tile/define.js';
import './define.js';
import { defineScenario } from 'visio-core/engines/simulated';
import { showInFrame, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Participant menu',
  component: 'visio-participant-menu',
  args: { theme: 'dark', width: 400, height: 320 },
  render: (args) =>
    showInFrame(
      'visio-tile',
      { ...args, scenario: defineScenario({ people: [{ id: 'someone', name: 'Élise Fontaine', microphone: true, screen: true }] }) },
      ({ meeting, view }) => {
        view.hostContributions.value = [
          {
            name: 'example',
            mark: () => 'VIP',
            actions: () => [
              { name: 'greet', label: 'Greet', icon: 'speaking', run: () => undefined },
              { name: 'remove', label: 'Remove from the meeting', icon: 'close', danger: true, run: () => undefined },
            ],
          },
        ];
        return meeting.join();
      },
      async (tile) => {
        tile.participantId = 'someone';
        tile.style.setProperty('block-size', '180px');
        await tile.updateComplete;
        tile.shadowRoot!.querySelector<HTMLElement>('.options')!.click();
      },
    ),
};
export default meta;

export const Open: Story<StoryArgs> = {};
