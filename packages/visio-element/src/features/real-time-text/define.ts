import { define } from '../../base/define.js';
import { VisioRealTimeText } from './real-time-text.js';

define('visio-real-time-text', VisioRealTimeText);

declare global {
  interface HTMLElementTagNameMap {
    'visio-real-time-text': VisioRealTimeText;
  }
}
