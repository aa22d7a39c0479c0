/** Registers `<visio-meeting>`. */
import { define } from './base/define.js';
import { VisioMeeting } from './shell/meeting/meeting.js';

define('visio-meeting', VisioMeeting);

export * from './elements.js';

declare global {
  interface HTMLElementTagNameMap {
    'visio-meeting': VisioMeeting;
  }
}
