'use client';
import { createComponent } from '@lit/react';
import * as React from 'react';
import { VisioMeeting as VisioMeetingElement } from 'visio-element';
import { events } from './events.js';

/**
 * `<visio-meeting>` for React: attributes and properties are props in camel case, events are `onVisio…`, the ref is
 * the element. Safe to render on a server, where it is an empty frame.
 */
export const VisioMeeting = createComponent({
  react: React,
  tagName: 'visio-meeting',
  elementClass: VisioMeetingElement,
  displayName: 'VisioMeeting',
  events,
});

/** What {@link VisioMeeting} takes. */
export type VisioMeetingProps = React.ComponentProps<typeof VisioMeeting>;
