import { define } from '../../base/define.js';
import '../../features/recording/define.js';
import { VisioNotices } from './notices.js';

define('visio-notices', VisioNotices);

declare global {
  interface HTMLElementTagNameMap {
    'visio-notices': VisioNotices;
  }
}
