import './shortcuts-ring.js';
import { createFrame, simulate, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

interface Args extends StoryArgs {
  readonly shortcuts: unknown;
  readonly element: 'visio-shortcuts-sheet' | 'visio-shortcuts-settings';
}

const meta: StoryMeta<Args> = {
  title: 'Elements/Shortcuts',
  args: { language: 'en', theme: 'light', width: 480, height: 640, scenario: 'duo', shortcuts: 'visio', element: 'visio-shortcuts-sheet' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
    shortcuts: { control: 'inline-radio', options: ['visio', 'teams', 'zoom', 'meet', 'off'] },
  },
  render(args) {
    const frame = createFrame(args);
    void (async () => {
      const simulation = await simulate(args);
      frame.ends.add(() => simulation.meeting.dispose());
      simulation.view.shortcuts.value = args.shortcuts;
      await simulation.meeting.join();
      const element = document.createElement(args.element);
      element.view = simulation.view;
      frame.append(element);
    })();
    return frame;
  },
};
export default meta;

export const Visio: Story<Args> = {};

export const Teams: Story<Args> = { args: { shortcuts: 'teams', theme: 'dark' } };

export const OfAHost: Story<Args> = { args: { shortcuts: { profile: 'zoom', keys: { microphone: 'Ctrl+Alt+M', leave: null } } } };

export const French: Story<Args> = { args: { language: 'fr', width: 320 } };

export const Off: Story<Args> = { args: { shortcuts: 'off' } };

export const Choice: Story<Args> = { args: { element: 'visio-shortcuts-settings' } };

export const NoChoice: Story<Args> = { args: { element: 'visio-shortcuts-settings', shortcuts: 'off', theme: 'dark' } };
