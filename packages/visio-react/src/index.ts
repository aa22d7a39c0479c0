/**
 * The elements as React components, and hooks over the core.
 *
 * @module visio-react
 */
export { VisioCallButton, type VisioCallButtonProps } from './visio-call-button.js';
export { VisioMeeting, type VisioMeetingProps } from './visio-meeting.js';
export { useReadable } from './use-readable.js';
