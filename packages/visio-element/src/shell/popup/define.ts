import { define } from '../../base/define.js';
import { VisioDeviceMenu } from './device-menu.js';
import { VisioMoreMenu } from './more-menu.js';
import { VisioPopup } from './popup.js';

define('visio-device-menu', VisioDeviceMenu);
define('visio-more-menu', VisioMoreMenu);
define('visio-popup', VisioPopup);

declare global {
  interface HTMLElementTagNameMap {
    'visio-device-menu': VisioDeviceMenu;
    'visio-more-menu': VisioMoreMenu;
    'visio-popup': VisioPopup;
  }
}
