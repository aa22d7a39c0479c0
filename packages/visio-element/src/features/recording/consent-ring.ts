/** What is fetched when someone comes into a recorded room. */
import { define } from '../../base/define.js';
import { VisioRecordingConsent } from './consent.js';

define('visio-recording-consent', VisioRecordingConsent);

declare global {
  interface HTMLElementTagNameMap {
    'visio-recording-consent': VisioRecordingConsent;
  }
}
