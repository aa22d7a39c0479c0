import { define } from '../../base/define.js';
import { VisioLayoutOptions } from './layout-options.js';

define('visio-layout-options', VisioLayoutOptions);

declare global {
  interface HTMLElementTagNameMap {
    'visio-layout-options': VisioLayoutOptions;
  }
}
