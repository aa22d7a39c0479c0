import { define } from '../../base/define.js';
import '../tile/define.js';
import { VisioSelfView } from './self-view.js';

define('visio-self-view', VisioSelfView);

declare global {
  interface HTMLElementTagNameMap {
    'visio-self-view': VisioSelfView;
  }
}
