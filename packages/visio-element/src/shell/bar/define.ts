import { define } from '../../base/define.js';
import { VisioBar } from './bar.js';

define('visio-bar', VisioBar);

declare global {
  interface HTMLElementTagNameMap {
    'visio-bar': VisioBar;
  }
}
