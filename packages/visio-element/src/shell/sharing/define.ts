import { define } from '../../base/define.js';
import { VisioSharing } from './sharing.js';

define('visio-sharing', VisioSharing);

declare global {
  interface HTMLElementTagNameMap {
    'visio-sharing': VisioSharing;
  }
}
