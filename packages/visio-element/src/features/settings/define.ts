import { define } from '../../base/define.js';
import { VisioSettings } from './settings.js';
import { VisioSoundSettings } from './sound-settings.js';
import { VisioVideoSettings } from './video-settings.js';

define('visio-settings', VisioSettings);
define('visio-sound-settings', VisioSoundSettings);
define('visio-video-settings', VisioVideoSettings);

declare global {
  interface HTMLElementTagNameMap {
    'visio-settings': VisioSettings;
    'visio-sound-settings': VisioSoundSettings;
    'visio-video-settings': VisioVideoSettings;
  }
}
