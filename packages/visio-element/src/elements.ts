/**
 * The element classes and their events, without registering anything.
 *
 * @module visio-element
 */
export { VisioMeeting } from './shell/meeting/meeting.js';
export { VisioBeforeEvent, VisioErrorEvent, VisioFactEvent, VisioJoinedEvent, VisioLeftEvent, VisioStateChangedEvent } from './base/events.js';
export type * from './base/contribution.js';
export type { ShortcutsConfig } from './features/shortcuts/config.js';
export type { ShortcutKeys, ShortcutProfile } from './features/shortcuts/profiles.js';
export type { MeetingView } from './base/visio-element.js';
