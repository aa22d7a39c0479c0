import { define } from '../../base/define.js';
import { VisioModeration } from './moderation.js';
import { VisioRemoval } from './removal.js';

define('visio-moderation', VisioModeration);
define('visio-removal', VisioRemoval);

declare global {
  interface HTMLElementTagNameMap {
    'visio-moderation': VisioModeration;
    'visio-removal': VisioRemoval;
  }
}
