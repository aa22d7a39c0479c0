/** What a meeting tells the host's page, as events of the element that shows it. */
import type { ConnectionState, Meeting, VisioError } from 'visio-core';
import { VisioBeforeEvent, VisioErrorEvent, VisioFactEvent, VisioJoinedEvent, VisioLeftEvent, VisioStateChangedEvent } from '../../base/events.js';

/**
 * Fires what happens in the meeting from the element, until the function it returns is called. `before` is the state that
 * the host knows of; of each new one the element hears first, by `onState`.
 */
export function announce(element: HTMLElement, meeting: Meeting, before: ConnectionState, onState: (now: ConnectionState) => void): () => void {
  const onError = (error: VisioError | null) => {
    if (error && error.code !== 'VETOED') element.dispatchEvent(new VisioErrorEvent(error));
  };
  const ends = [
    meeting.intercept((command, args) => element.dispatchEvent(new VisioBeforeEvent(command, args))),
    meeting.connection.state.subscribe((now) => {
      const last = before;
      if (now === last) return;
      before = now;
      onState(now);
      element.dispatchEvent(new VisioStateChangedEvent(now));
      if (now === 'connected' && last !== 'reconnecting') element.dispatchEvent(new VisioJoinedEvent(meeting.roster.localId.peek() ?? ''));
      onError(meeting.connection.error.peek());
      const reason = meeting.connection.endReason.peek();
      if ((now === 'left' || now === 'failed') && reason && last !== 'idle') element.dispatchEvent(new VisioLeftEvent(reason));
    }),
    ...[meeting.microphone, meeting.camera].map(({ error }) => error.subscribe(onError)),
    meeting.screenShare.setEnabled.error.subscribe(onError),
    meeting.facts.listen((fact) => element.dispatchEvent(new VisioFactEvent(fact))),
  ];
  return () => ends.forEach((end) => end());
}
