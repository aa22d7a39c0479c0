import { define } from '../../base/define.js';
import { VisioSmallCall } from './small-call.js';
import { VisioSmallRecording } from './small-recording.js';
import { VisioSmallTile } from './small-tile.js';
import { VisioSmallWindowNote } from './small-window-note.js';

define('visio-small-tile', VisioSmallTile);
define('visio-small-recording', VisioSmallRecording);
define('visio-small-call', VisioSmallCall);
define('visio-small-window-note', VisioSmallWindowNote);

declare global {
  interface HTMLElementTagNameMap {
    'visio-small-tile': VisioSmallTile;
    'visio-small-recording': VisioSmallRecording;
    'visio-small-call': VisioSmallCall;
    'visio-small-window-note': VisioSmallWindowNote;
  }
}
