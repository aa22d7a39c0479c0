import { define } from '../../base/define.js';
import '../tile/define.js';
import { VisioStage } from './stage.js';

define('visio-stage', VisioStage);

declare global {
  interface HTMLElementTagNameMap {
    'visio-stage': VisioStage;
  }
}
