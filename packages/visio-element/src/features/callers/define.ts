import { define } from '../../base/define.js';
import { VisioCallerMark } from './caller-mark.js';

define('visio-caller-mark', VisioCallerMark);

declare global {
  interface HTMLElementTagNameMap {
    'visio-caller-mark': VisioCallerMark;
  }
}
