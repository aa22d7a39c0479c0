/** What is fetched when the page of the settings is first opened. */
import { define } from '../../base/define.js';
import { VisioNoticesSettings } from './settings.js';

define('visio-notices-settings', VisioNoticesSettings);

declare global {
  interface HTMLElementTagNameMap {
    'visio-notices-settings': VisioNoticesSettings;
  }
}
