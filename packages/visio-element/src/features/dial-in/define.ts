import { define } from '../../base/define.js';
import { VisioCopyDialIn, VisioDialIn } from './dial-in.js';

define('visio-copy-dial-in', VisioCopyDialIn);
define('visio-dial-in', VisioDialIn);

declare global {
  interface HTMLElementTagNameMap {
    'visio-copy-dial-in': VisioCopyDialIn;
    'visio-dial-in': VisioDialIn;
  }
}
