'use client';
import { createComponent, type EventName } from '@lit/react';
import * as React from 'react';
import {
  VisioMeeting as VisioMeetingElement,
  type VisioBeforeEvent,
  type VisioErrorEvent,
  type VisioJoinedEvent,
  type VisioLeftEvent,
  type VisioStateChangedEvent,
} from 'visio-element';

/**
 * `<visio-meeting>` for React: attributes and properties are props in camel case, events are `onVisio…`, the ref is
 * the element. Safe to render on a server, where it is an empty frame.
 */
export const VisioMeeting = createComponent({
  react: React,
  tagName: 'visio-meeting',
  elementClass: VisioMeetingElement,
  displayName: 'VisioMeeting',
  events: {
    onVisioStateChanged: 'visio-state-changed' as EventName<VisioStateChangedEvent>,
    onVisioJoined: 'visio-joined' as EventName<VisioJoinedEvent>,
    onVisioLeft: 'visio-left' as EventName<VisioLeftEvent>,
    onVisioError: 'visio-error' as EventName<VisioErrorEvent>,
    onVisioBeforeJoin: 'visio-before-join' as EventName<VisioBeforeEvent>,
    onVisioBeforeLeave: 'visio-before-leave' as EventName<VisioBeforeEvent>,
    onVisioBeforeSetMicrophoneEnabled: 'visio-before-set-microphone-enabled' as EventName<VisioBeforeEvent>,
    onVisioBeforeSetCameraEnabled: 'visio-before-set-camera-enabled' as EventName<VisioBeforeEvent>,
    onVisioBeforeSetScreenShareEnabled: 'visio-before-set-screen-share-enabled' as EventName<VisioBeforeEvent>,
    onVisioBeforeChooseDevice: 'visio-before-choose-device' as EventName<VisioBeforeEvent>,
  },
});

export type VisioMeetingProps = React.ComponentProps<typeof VisioMeeting>;
