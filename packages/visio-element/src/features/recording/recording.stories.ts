import '../../shell/call/define.js';
import { createFrame, createView, type FrameOptions } from '../../testing/simulate.js';
import type { Story, StoryMeta } from '../../testing/story.js';
import { simulateRecording, tell, type RecordedOptions, type RecordedSimulation } from './testing.js';

interface Args extends RecordedOptions, FrameOptions {
  readonly dialog?: boolean;
}

/** A call in which things are as `prepare` leaves them before one comes in, and `play` afterwards. */
function show(args: Args, prepare: (simulation: RecordedSimulation) => unknown, play: (simulation: RecordedSimulation) => unknown = () => undefined): HTMLElement {
  const frame = createFrame({ width: 960, height: 600, ...args });
  void (async () => {
    const simulation = await simulateRecording(args);
    frame.ends.add(() => simulation.meeting.dispose());
    prepare(simulation);
    await simulation.meeting.join();
    frame.append(createView('visio-call', simulation.view));
    await play(simulation);
    if (!args.dialog) return;
    const { start, stop, request } = simulation.meeting.recording;
    const end = [start, stop, request].map(({ enabled }) => enabled.subscribe((may) => may && (simulation.view.dialog.value = 'recording')));
    for (const each of end) frame.ends.add(each);
  })();
  return frame;
}

const after = (play: (simulation: RecordedSimulation) => unknown, args: Args = {}): Story<Args> => ({ args, render: (all) => show(all, () => undefined, play) });
const before = (prepare: (simulation: RecordedSimulation) => unknown, args: Args = {}): Story<Args> => ({ args: { microphone: true, camera: true, ...args }, render: (all) => show(all, prepare) });

export default {
  title: 'Features/Recording',
  component: 'visio-recording',
  render: (args) => show(args, () => undefined),
} satisfies StoryMeta<Args>;

export const Starting: Story<Args> = after(({ director }) => tell(director, 'screen_recording', 'starting'));
export const Recorded: Story<Args> = after(({ director }) => {
  tell(director, 'screen_recording', 'started');
  director.setRecording(true);
});
export const Transcript: Story<Args> = after(
  ({ director }) => {
    tell(director, 'transcript', 'started');
    director.setRecording(true);
  },
  { theme: 'light', language: 'fr' },
);
export const Saving: Story<Args> = after(({ director }) => {
  tell(director, 'screen_recording', 'starting');
  director.after(100, () => tell(director, 'screen_recording', 'saving'));
});
export const Failed: Story<Args> = after(
  ({ director }) => {
    tell(director, 'screen_recording', 'starting');
    director.after(100, () => tell(director, 'screen_recording', 'aborted'));
  },
  { language: 'fr' },
);
export const OnAPhone: Story<Args> = after(({ director }) => {
  tell(director, 'screen_recording', 'started');
  director.setRecording(true);
}, { width: 320, height: 480, language: 'fr' });
export const Asked: Story<Args> = after(({ director, meeting }) => {
  meeting.recording.start.enabled.subscribe((may) => may && director.sendPacket('camille-laurent', new TextEncoder().encode('{"type":"screenRecordingRequested"}')));
}, { width: 360, height: 640 });
export const ComingLate: Story<Args> = before(({ director }) => {
  tell(director, 'screen_recording', 'started');
  director.setRecording(true);
});
export const ComingLateOnAPhone: Story<Args> = before(({ director }) => {
  tell(director, 'transcript', 'started');
  director.setRecording(true);
}, { width: 320, height: 480, language: 'fr' });
export const ToStart: Story<Args> = { args: { dialog: true } };
export const ToStop: Story<Args> = after(({ director }) => tell(director, 'screen_recording', 'starting'), { dialog: true, language: 'fr' });
export const ToAsk: Story<Args> = { args: { dialog: true, role: 'member', theme: 'light' } };
