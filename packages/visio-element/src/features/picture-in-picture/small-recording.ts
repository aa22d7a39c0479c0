import { VisioRecording } from '../recording/recording.js';
import { inAnyWindow } from './other-window.js';

/**
 * Says in the small window that the room is recorded. Newcomers are asked in the page.
 *
 * @summary Says in the small window that the room is recorded.
 */
export class VisioSmallRecording extends inAnyWindow(VisioRecording) {
  protected override get asks(): boolean {
    return false;
  }
}
