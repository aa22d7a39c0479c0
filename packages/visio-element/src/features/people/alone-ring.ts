/** What is fetched when one is alone in a room to which others can be invited. */
import { define } from '../../base/define.js';
import { VisioAlone } from './alone.js';

define('visio-alone', VisioAlone);

declare global {
  interface HTMLElementTagNameMap {
    'visio-alone': VisioAlone;
  }
}
