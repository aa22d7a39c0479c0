import { define } from '../../base/define.js';
import { VisioRecording } from './recording.js';

define('visio-recording', VisioRecording);

declare global {
  interface HTMLElementTagNameMap {
    'visio-recording': VisioRecording;
  }
}
