import { define } from '../../../base/define.js';
import { VisioCaptionsSettings } from './settings.js';

define('visio-captions-settings', VisioCaptionsSettings);

declare global {
  interface HTMLElementTagNameMap {
    'visio-captions-settings': VisioCaptionsSettings;
  }
}
