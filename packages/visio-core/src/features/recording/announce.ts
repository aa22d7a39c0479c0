import { isInCall } from '../../meeting/connection.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed } from '../../reactive/index.js';
import type { Fact } from '../facts/facts.js';
import type { NoticeAction, NoticeText } from '../notices/notice.js';
import type { Notices } from '../notices/notices.js';
import { NOTHING, type Recording, type RecordingState } from './recording.js';

/**
 * Tells everyone, whatever they prefer and however many there are, that a recording begins, is saved, has ended or failed.
 * That it begins stays until they have taken note of it. Who is held back is asked in a place of its own.
 */
export function announceRecording(context: FeatureContext, { state, held }: Recording, notices: Notices, tellFact: (fact: Fact) => void): void {
  const { connection, scope } = context;
  /** What was told last; `null` outside a call. */
  let told: RecordingState | null = null;
  let takeBack = () => {};

  const leave: NoticeAction = { label: { key: 'control.leave' }, run: context.leave };
  const understood: NoticeAction = { label: { key: 'recording.understood' }, run: () => undefined };

  function show(text: NoticeText, consent = false): void {
    takeBack();
    takeBack = notices.show({ kind: 'recording', text, urgency: 'high', ...(consent && { sticky: true, actions: [understood, leave] }) });
  }

  function tell(before: RecordingState, now: RecordingState): void {
    const mode = now.mode ?? before.mode ?? 'screen_recording';
    if (now.status === 'starting') show({ key: `recording.starting.${mode}` }, true);
    // Who gets it is known where the backend says what it is.
    else if (now.status === 'started') show({ key: now.mode ? `recording.started.${now.mode}` : 'recording.started' }, true);
    // Of what was over when one came nothing is told.
    else if (before.status === 'none') return;
    else if (now.status === 'saving') show({ key: `recording.saved.${mode}` });
    else if (before.status === 'starting') show({ key: `recording.failed.${mode}` });
    else if (now.status === 'failed') show({ key: `recording.brokeOff.${mode}` });
    else if (before.status === 'started') show({ key: `recording.stopped.${mode}` });
  }

  function tellFacts({ status: before, mode: was }: RecordingState, { status, mode }: RecordingState): void {
    if (status === before) return;
    if (before === 'started') tellFact({ type: 'recording-stopped', mode: was });
    if (status === 'starting' || status === 'started') tellFact({ type: `recording-${status}`, mode });
    else if (status === 'saving' && before !== 'none') tellFact({ type: 'recording-saving', mode });
    else if (before === 'starting' || (status === 'failed' && before !== 'none')) tellFact({ type: 'recording-failed', mode: was });
  }

  const inCall = computed(() => (isInCall(connection.state.value) ? state.value : null));
  scope.own(
    inCall.subscribe((now) => {
      // What holds one back was the case before one came.
      const before = told ?? (now && held.peek() ? now : NOTHING);
      told = now;
      if (!now) return takeBack();
      if (now === before) return;
      if (!held.peek()) tell(before, now);
      tellFacts(before, now);
    }),
  );
}
