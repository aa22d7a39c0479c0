import { define } from '../../base/define.js';
import { VisioReactions } from './reactions.js';

define('visio-reactions', VisioReactions);

declare global {
  interface HTMLElementTagNameMap {
    'visio-reactions': VisioReactions;
  }
}
