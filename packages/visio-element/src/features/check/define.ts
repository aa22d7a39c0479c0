import { define } from '../../base/define.js';
import { VisioCheck } from './check.js';
import { VisioCheckDialog } from './check-dialog.js';

define('visio-check', VisioCheck);
define('visio-check-dialog', VisioCheckDialog);

declare global {
  interface HTMLElementTagNameMap {
    'visio-check': VisioCheck;
    'visio-check-dialog': VisioCheckDialog;
  }
}
