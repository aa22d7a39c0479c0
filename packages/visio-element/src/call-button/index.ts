/**
 * Registers `<visio-call-button>`.
 *
 * @module visio-element/call-button
 */
import { define } from '../base/define.js';
import { VisioCallButton } from './call-button.js';

define('visio-call-button', VisioCallButton);

export { VisioCallButton, type CallButtonState, type IncomingCall } from './call-button.js';
export {
  VisioCallChangedEvent,
  VisioCallLinkEvent,
  VisioCallRingingEvent,
  VisioRingEvent,
  VisioRoomCreatedEvent,
  type CallDirection,
  type CallProgress,
  type CallRoom,
  type RingResult,
} from './events.js';

declare global {
  interface HTMLElementTagNameMap {
    'visio-call-button': VisioCallButton;
  }
}
