import type { Language } from 'visio-core/i18n';
import { loadTranslator } from 'visio-core/i18n';
import './ring.js';
import { createFrame, type FrameOptions } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

interface Args extends FrameOptions {
  readonly language?: Language;
  readonly from?: string;
}

const meta: StoryMeta<Args> = {
  title: 'Elements/Incoming call',
  component: 'visio-incoming-call',
  args: { width: 480, height: 260, theme: 'light', language: 'en', from: 'Grace Hopper' },
  render({ language = 'en', from = '', theme = 'auto', ...frameOptions }) {
    const frame = createFrame({ theme, ...frameOptions });
    void (async () => {
      const words = await loadTranslator(language);
      await words.loadRest();
      const alert = document.createElement('visio-incoming-call');
      Object.assign(alert, { words, from, theme, isHeard: true });
      frame.append(alert);
    })();
    return frame;
  },
};
export default meta;

export const Named: Story<Args> = {};

export const Nameless: Story<Args> = { args: { from: '', theme: 'dark', language: 'fr' } };
