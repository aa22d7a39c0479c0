import { define } from '../../base/define.js';
import { VisioDialog } from './dialog.js';

define('visio-dialog', VisioDialog);

declare global {
  interface HTMLElementTagNameMap {
    'visio-dialog': VisioDialog;
  }
}
