import { define } from '../../../base/define.js';
import { VisioCaptions } from './strip.js';

define('visio-captions', VisioCaptions);

declare global {
  interface HTMLElementTagNameMap {
    'visio-captions': VisioCaptions;
  }
}
