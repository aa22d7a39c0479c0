import type { Language } from 'visio-core/i18n';
import { VisioError, type Backend } from 'visio-core';
import './index.js';
import { createFrame, type FrameOptions } from '../testing/simulate.js';
import type { Story, StoryMeta } from '../testing/story.js';
import type { VisioCallButton } from './call-button.js';

interface Args extends FrameOptions {
  readonly language?: Language;
  readonly button?: Partial<VisioCallButton>;
  /** What was done with it. */
  readonly prepare?: (button: VisioCallButton) => unknown;
}

const ROOM = { url: 'https://visio.example/abc-defg-hij', room: 'abc-defg-hij' };

/** A backend of which only rooms are asked. */
const rooms = (create: () => Promise<typeof ROOM>, people?: number): Backend => ({
  credentials: () => Promise.reject(new VisioError('NO_CREDENTIALS', 'None here.')),
  rooms: { create, ...(people !== undefined && { people: async () => people }) },
});

const meta: StoryMeta<Args> = {
  title: 'Elements/Call button',
  component: 'visio-call-button',
  args: { width: 520, height: 160, theme: 'auto', language: 'en' },
  argTypes: { theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] }, language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] } },
  render({ language = 'en', button: properties = {}, prepare, ...frameOptions }) {
    const frame = createFrame(frameOptions);
    const button = document.createElement('visio-call-button');
    Object.assign(button, { lang: language, ...properties });
    frame.append(button);
    void button.updateComplete.then(() => prepare?.(button));
    return frame;
  },
};
export default meta;

const press = (button: VisioCallButton) => button.start();

export const Join: Story<Args> = { args: { button: { url: ROOM.url } } };

export const Call: Story<Args> = { args: { language: 'fr', button: { url: ROOM.url, intent: 'call', size: 'large' } } };

export const Quiet: Story<Args> = { args: { theme: 'dark', button: { server: 'https://visio.example', variant: 'quiet', size: 'small' } } };

export const OwnLabel: Story<Args> = { args: { button: { url: ROOM.url, label: 'Weekly meeting' } } };

export const Tab: Story<Args> = { args: { button: { url: ROOM.url, open: 'tab' } } };

export const People: Story<Args> = { args: { button: { room: 'abc-defg-hij', backend: rooms(async () => ROOM, 3) } } };

export const MakingTheRoom: Story<Args> = { args: { button: { backend: rooms(() => new Promise(() => undefined)) }, prepare: (button) => void press(button) } };

export const SignIn: Story<Args> = {
  args: { button: { server: location.origin, backend: rooms(() => Promise.reject(new VisioError('SIGN_IN_REQUIRED', 'No.'))) }, prepare: press },
};

/** The Visio's own button, of another origin: here nothing answers in its frame. */
export const SignInElsewhere: Story<Args> = {
  args: { button: { server: 'http://127.0.0.1:9', backend: rooms(() => Promise.reject(new VisioError('SIGN_IN_REQUIRED', 'No.'))) }, prepare: press },
};

export const Link: Story<Args> = { args: { button: { open: 'link', backend: rooms(async () => ROOM) }, prepare: press } };

export const Failed: Story<Args> = {
  args: { width: 320, height: 240, language: 'fr', theme: 'dark', button: { server: 'https://visio.example', backend: rooms(() => Promise.reject(new VisioError('BACKEND_FAILED', 'No.'))) }, prepare: press },
};
