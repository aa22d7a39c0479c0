/** What is fetched when someone wants to start or stop a recording, or to ask for one. */
import { define } from '../../base/define.js';
import { VisioRecorder } from './recorder.js';

define('visio-recorder', VisioRecorder);

declare global {
  interface HTMLElementTagNameMap {
    'visio-recorder': VisioRecorder;
  }
}
