import { define } from '../../base/define.js';
import { VisioOverlays } from './overlays.js';

define('visio-overlays', VisioOverlays);

declare global {
  interface HTMLElementTagNameMap {
    'visio-overlays': VisioOverlays;
  }
}
