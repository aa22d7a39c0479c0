import { define } from '../../base/define.js';
import '../bar/define.js';
import '../stage/define.js';
import { VisioCall } from './call.js';

define('visio-call', VisioCall);

declare global {
  interface HTMLElementTagNameMap {
    'visio-call': VisioCall;
  }
}
