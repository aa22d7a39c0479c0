import { html, nothing } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { recordingStyles } from './recording.styles.js';

/**
 * Says for as long as the room is recorded that it is. It stands above the stage and covers nothing; a notice tells when
 * it begins and ends.
 *
 * @summary Says that the room is recorded.
 */
export class VisioRecording extends VisioElement {
  static override styles = [baseStyles, recordingStyles];

  protected override render() {
    return this.meeting.recording.active.value ? html`<p class="recording"><span class="dot"></span>${this.text('recording.on')}</p>` : nothing;
  }
}
