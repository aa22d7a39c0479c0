import { define } from '../../base/define.js';
import { VisioShortcuts } from './listener.js';

define('visio-shortcuts', VisioShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    'visio-shortcuts': VisioShortcuts;
  }
}
