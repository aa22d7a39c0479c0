// Written by `npm run manifest` from the elements’ documentation: change it there.
export { VisioMeeting, type VisioMeetingProps, type VisioMeetingSlot } from './visio-meeting.js';
export { VisioCallButton, type VisioCallButtonProps } from './visio-call-button.js';
