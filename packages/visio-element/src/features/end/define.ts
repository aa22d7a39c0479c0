import { define } from '../../base/define.js';
import { VisioEnd } from './end.js';

define('visio-end', VisioEnd);

declare global {
  interface HTMLElementTagNameMap {
    'visio-end': VisioEnd;
  }
}
