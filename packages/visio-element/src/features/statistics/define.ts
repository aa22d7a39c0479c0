import '../quality/define.js';
import { define } from '../../base/define.js';
import { VisioStatistics } from './statistics.js';

define('visio-statistics', VisioStatistics);

declare global {
  interface HTMLElementTagNameMap {
    'visio-statistics': VisioStatistics;
  }
}
