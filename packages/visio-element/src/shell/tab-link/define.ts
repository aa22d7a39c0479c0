import { define } from '../../base/define.js';
import { VisioTabLink } from './tab-link.js';

define('visio-tab-link', VisioTabLink);

declare global {
  interface HTMLElementTagNameMap {
    'visio-tab-link': VisioTabLink;
  }
}
