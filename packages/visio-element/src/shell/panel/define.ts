import { define } from '../../base/define.js';
import { VisioPanel } from './panel.js';

define('visio-panel', VisioPanel);

declare global {
  interface HTMLElementTagNameMap {
    'visio-panel': VisioPanel;
  }
}
