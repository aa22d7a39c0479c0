import { VisioError } from 'visio-core';
import './define.js';
import { keepBackgrounds } from '../../testing/kept-backgrounds.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';

type Page = 'visio-settings' | 'visio-sound-settings' | 'visio-video-settings';

interface SettingsArgs extends StoryArgs {
  readonly page?: Page;
}

function show(args: SettingsArgs, prepare: (simulation: Simulation) => unknown = () => undefined): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate(args);
    frame.ends.add(() => simulation.meeting.dispose());
    await simulation.meeting.join();
    await prepare(simulation);
    frame.append(createView(args.page ?? 'visio-settings', simulation.view));
  })();
  return frame;
}

const meta: StoryMeta<SettingsArgs> = {
  title: 'Elements/Settings',
  component: 'visio-settings',
  args: { language: 'en', theme: 'auto', width: 858, height: 580, scenario: 'duo' },
  render: (args) => show(args),
};

export default meta;

export const Pages: Story<SettingsArgs> = {};
export const Narrow: Story<SettingsArgs> = { args: { width: 320, height: 480 } };
export const French: Story<SettingsArgs> = { args: { language: 'fr', theme: 'dark' } };
export const Sound: Story<SettingsArgs> = { args: { page: 'visio-sound-settings', width: 640 } };
export const SoundMuted: Story<SettingsArgs> = { args: { page: 'visio-sound-settings', width: 640, microphone: false } };
export const Video: Story<SettingsArgs> = { args: { page: 'visio-video-settings', width: 640 } };
export const VideoFrench: Story<SettingsArgs> = { args: { page: 'visio-video-settings', width: 360, height: 900, language: 'fr', theme: 'dark' } };
export const VideoWithBackground: Story<SettingsArgs> = {
  args: { page: 'visio-video-settings', width: 640 },
  render: (args) => show(args, ({ meeting }) => meeting.effects.setEffect({ kind: 'image', image: 'study' })),
};
/** Those that the person keeps in Visio. */
export const VideoKept: Story<SettingsArgs> = {
  args: { page: 'visio-video-settings', width: 640, height: 900 },
  render: (args) => show(args, ({ meeting }) => meeting.setBackend(keepBackgrounds(['Beach', 'A long name of a picture that was taken far away']))),
};
export const VideoKeptFailed: Story<SettingsArgs> = {
  args: { page: 'visio-video-settings', width: 360, height: 1100, language: 'fr', theme: 'dark' },
  render: (args) =>
    show(args, ({ meeting }) => {
      meeting.setBackend(Object.assign(keepBackgrounds([]), { failure: new VisioError('BACKEND_UNREACHABLE', 'no') }));
    }),
};
export const VideoCameraOff: Story<SettingsArgs> = { args: { page: 'visio-video-settings', width: 640, camera: false } };
export const VideoFailed: Story<SettingsArgs> = {
  args: { page: 'visio-video-settings', width: 640 },
  render: (args) =>
    show(args, async ({ meeting }) => {
      meeting.engine.media.applyEffect = async () => {
        throw new VisioError('EFFECT_LOAD_FAILED', 'Not found.', { device: 'camera' });
      };
      await meeting.effects.setEffect({ kind: 'blur' }).catch(() => undefined);
    }),
};
