import { define } from '../../base/define.js';
import { VisioWaiting } from './waiting.js';

define('visio-waiting', VisioWaiting);

declare global {
  interface HTMLElementTagNameMap {
    'visio-waiting': VisioWaiting;
  }
}
