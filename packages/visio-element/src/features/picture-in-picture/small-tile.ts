import type { VisioTile } from '../../shell/tile/tile.js';
import { inAnyWindow } from './other-window.js';

// By its name: the stage has brought it, and a second way to it would part the bundle where a call waits for it.
const Tile = customElements.get('visio-tile') as typeof VisioTile;

/**
 * A tile in the small window.
 *
 * @summary One participant's picture and state, in the small window.
 */
export class VisioSmallTile extends inAnyWindow(Tile) {}
