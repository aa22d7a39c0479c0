import { define } from '../../base/define.js';
import { VisioTile } from './tile.js';

define('visio-tile', VisioTile);

declare global {
  interface HTMLElementTagNameMap {
    'visio-tile': VisioTile;
  }
}
