import './define.js';
import '../chat/define.js';
import { createFrame, createView, simulate, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

interface Args extends StoryArgs {
  readonly element?: 'visio-real-time-text' | 'visio-chat';
}

const meta: StoryMeta<Args> = {
  title: 'Elements/Real-time text',
  component: 'visio-real-time-text',
  args: { language: 'en', theme: 'light', width: 480, height: 320 },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render(args) {
    const frame = createFrame(args);
    void (async () => {
      const simulation = await simulate({ camera: false, microphone: false, scenario: 'team-9', ...args });
      frame.ends.add(() => simulation.meeting.dispose());
      await simulation.meeting.join();
      await simulation.meeting.realTimeText.setEnabled(true);
      simulation.director.sendText('camille-laurent', 'visio.rtt', 'I would rather write than spe');
      simulation.director.sendText('elise-fontaine', 'visio.rtt', 'مرحبا بكم في الاجت');
      frame.append(createView(args.element ?? 'visio-real-time-text', simulation.view));
    })();
    return frame;
  },
};
export default meta;

export const OverTheStage: Story<Args> = {};

export const InTheChat: Story<Args> = { args: { element: 'visio-chat', width: 360, height: 560, language: 'fr', theme: 'dark' } };
