import { VisioTile } from '../../shell/tile/tile.js';
import { inAnyWindow } from './other-window.js';

/**
 * A tile in the small window.
 *
 * @summary One participant's picture and state, in the small window.
 */
export class VisioSmallTile extends inAnyWindow(VisioTile) {}
