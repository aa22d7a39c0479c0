import { define } from '../../base/define.js';
import { VisioZoom } from './zoom.js';

define('visio-zoom', VisioZoom);

declare global {
  interface HTMLElementTagNameMap {
    'visio-zoom': VisioZoom;
  }
}
