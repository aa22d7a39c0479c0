import { define } from '../../../base/define.js';
import { VisioReactionDisplay } from './display.js';

define('visio-reaction-display', VisioReactionDisplay);

declare global {
  interface HTMLElementTagNameMap {
    'visio-reaction-display': VisioReactionDisplay;
  }
}
