import { define } from '../../base/define.js';
import { VisioParticipantMenu } from './participant-menu.js';

define('visio-participant-menu', VisioParticipantMenu);

declare global {
  interface HTMLElementTagNameMap {
    'visio-participant-menu': VisioParticipantMenu;
  }
}
