import { define } from '../../base/define.js';
import { VisioLobby } from './lobby.js';

define('visio-lobby', VisioLobby);

declare global {
  interface HTMLElementTagNameMap {
    'visio-lobby': VisioLobby;
  }
}
