'use client';
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  VisioCallButton as VisioCallButtonElement,
  type VisioCallChangedEvent,
  type VisioCallLinkEvent,
  type VisioCallRingingEvent,
  type VisioRingEvent,
  type VisioRoomCreatedEvent,
} from 'visio-element/call-button';
import type { VisioBeforeEvent, VisioErrorEvent } from 'visio-element';

/** The props of events: `onVisioCallLink` for `visio-call-link`, and so on. */
export const callEvents = {
  onVisioBeforeCall: 'visio-before-call' as EventName<VisioBeforeEvent>,
  onVisioRoomCreated: 'visio-room-created' as EventName<VisioRoomCreatedEvent>,
  onVisioCallLink: 'visio-call-link' as EventName<VisioCallLinkEvent>,
  onVisioCallRinging: 'visio-call-ringing' as EventName<VisioCallRingingEvent>,
  onVisioCallAnswered: 'visio-call-answered' as EventName<VisioRingEvent>,
  onVisioCallRefused: 'visio-call-refused' as EventName<VisioRingEvent>,
  onVisioCallCancelled: 'visio-call-cancelled' as EventName<VisioRingEvent>,
  onVisioCallMissed: 'visio-call-missed' as EventName<VisioRingEvent>,
  onVisioError: 'visio-error' as EventName<VisioErrorEvent>,
  onVisioCallChanged: 'visio-call-changed' as EventName<VisioCallChangedEvent>,
};

/**
 * `<visio-call-button>` for React. The panel of a call outlives the component: what becomes of it after that is told by
 * `visio-call-changed` on `document`.
 */
export const VisioCallButton = createComponent({
  react: React,
  tagName: 'visio-call-button',
  elementClass: VisioCallButtonElement,
  displayName: 'VisioCallButton',
  events: callEvents,
});

/** What {@link VisioCallButton} takes. */
export type VisioCallButtonProps = React.ComponentProps<typeof VisioCallButton>;
