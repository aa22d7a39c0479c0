import { define } from '../../base/define.js';
import { VisioSmallCall } from './small-call.js';
import { VisioSmallTile } from './small-tile.js';
import { VisioSmallWindowNote } from './small-window-note.js';

define('visio-small-tile', VisioSmallTile);
define('visio-small-call', VisioSmallCall);
define('visio-small-window-note', VisioSmallWindowNote);

declare global {
  interface HTMLElementTagNameMap {
    'visio-small-tile': VisioSmallTile;
    'visio-small-call': VisioSmallCall;
    'visio-small-window-note': VisioSmallWindowNote;
  }
}
