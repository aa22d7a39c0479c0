import { createMeeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { loadTranslator } from 'visio-core/i18n';
import '../../shell/call/define.js';
import { createFrame, createView, type StoryArgs } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import { createViewState } from '../../shell/meeting/view-state.js';
import { features } from '../index.js';

const credentials = async () => ({
  serverUrl: 'wss://simulated',
  token: 'plain',
  offers: { dialIn: { number: '+33123456789', pin: '1234567890' } },
});

function show(args: StoryArgs): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const meeting = createMeeting({ engine: simulatedEngine({ sound: false, scenario: 'duo' }), backend: { credentials }, microphone: false, camera: false });
    frame.ends.add(() => meeting.dispose());
    const translator = await loadTranslator(args.language ?? 'en');
    await translator.loadRest();
    const view = { meeting, ...createViewState(translator, features) };
    view.dialog.value = 'dial-in';
    await meeting.join();
    frame.append(createView('visio-call', view));
  })();
  return frame;
}

export default {
  title: 'Features/Dial-in',
  component: 'visio-dial-in',
  args: { width: 960, height: 600 },
  render: show,
} satisfies StoryMeta<StoryArgs>;

export const Open: Story<StoryArgs> = {};
export const OnAPhone: Story<StoryArgs> = { args: { width: 320, height: 480, language: 'fr', theme: 'light' } };
