import type { Language } from 'visio-core/i18n';
import '../../index.js';
import './open.js';
import { createFrame, simulate, type FrameOptions } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import { Call } from '../call.js';
import type { VisioCallPanel } from './call-panel.js';

interface Args extends FrameOptions {
  readonly language?: Language;
  readonly joined?: boolean;
  readonly panel?: Partial<VisioCallPanel>;
}

const meta: StoryMeta<Args> = {
  title: 'Elements/Call panel',
  component: 'visio-call-panel',
  args: { width: 900, height: 620, theme: 'light', language: 'en', joined: true },
  argTypes: { theme: { control: 'inline-radio', options: ['light', 'dark'] }, language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] } },
  render({ language = 'en', joined = true, panel: properties = {}, ...frameOptions }) {
    const frame = createFrame(frameOptions);
    void (async () => {
      const { meeting, view } = await simulate({ language, scenario: 'team-9' });
      frame.ends.add(() => meeting.dispose());
      const call = new Call({ room: { url: 'https://visio.example/abc-defg-hij', room: '' }, backend: null, intent: 'join', displayName: 'Ada', lang: language, theme: frameOptions.theme ?? 'auto', texts: {}, languages: {} });
      call.element.meeting = meeting;
      const panel = document.createElement('visio-call-panel');
      Object.assign(panel, { call, words: view.translator.peek(), theme: frameOptions.theme ?? 'auto', ...properties });
      frame.append(panel);
      if (joined) await call.element.join();
    })();
    return frame;
  },
};
export default meta;

export const InCall: Story<Args> = {};

export const Lobby: Story<Args> = { args: { joined: false, theme: 'dark', language: 'fr' } };

export const Calling: Story<Args> = { args: { panel: { note: 'Calling Grace…' } } };

export const Minimised: Story<Args> = { args: { theme: 'dark', panel: { minimised: true } } };
