export { VisioMeeting, type VisioMeetingProps } from './visio-meeting.js';
export { useReadable } from './use-readable.js';
