import { define } from '../../base/define.js';
import { VisioQuality } from './quality.js';

define('visio-quality', VisioQuality);

declare global {
  interface HTMLElementTagNameMap {
    'visio-quality': VisioQuality;
  }
}
