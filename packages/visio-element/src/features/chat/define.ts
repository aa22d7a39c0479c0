import { define } from '../../base/define.js';
import { VisioChat } from './chat.js';

define('visio-chat', VisioChat);

declare global {
  interface HTMLElementTagNameMap {
    'visio-chat': VisioChat;
  }
}
