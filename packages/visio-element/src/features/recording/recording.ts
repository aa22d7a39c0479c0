import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.js';
import { hasRest } from '../../base/rest-texts.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { TRANSCRIPT_SMALL } from './icons.js';
import { recordingStyles } from './recording.styles.js';

/**
 * Says for as long as the room is recorded that it is, and what is made of it. It stands above the stage and covers nothing;
 * a notice tells when it begins and ends. Who comes into a recorded room is asked here whether to go on.
 *
 * @summary Says that the room is recorded.
 */
export class VisioRecording extends VisioElement {
  static override styles: CSSResultGroup = [baseStyles, recordingStyles];

  /** Whether what asks newcomers is there: it is fetched with the first, and then stays. */
  @state() private canAsk = false;

  #isFetching = false;

  /** Whether newcomers are asked here. */
  protected get asks(): boolean {
    return true;
  }

  protected override render() {
    // Read for `updated`, which fetches what asks: it does not show before its words are there.
    void this.meeting.recording.held.value;
    return html`
      ${this.#renderMark()}
      ${this.asks && this.canAsk ? html`<visio-recording-consent .view=${this.view}></visio-recording-consent>` : nothing}
    `;
  }

  #renderMark() {
    const { status, mode } = this.meeting.recording.state.value;
    const what = mode ?? 'screen_recording';
    if ((status === 'starting' || status === 'saving') && !hasRest(this)) return nothing;
    switch (status) {
      case 'starting':
        return html`<p class="recording soon"><span class="spinner"></span>${this.text(`recording.soon.${what}`)}</p>`;
      case 'started':
        return what === 'transcript'
          ? html`<p class="recording">${drawIcon(TRANSCRIPT_SMALL, 16)}${this.text('recording.on.transcript')}</p>`
          : html`<p class="recording"><span class="dot"></span>${this.text('recording.on')}</p>`;
      case 'saving':
        return html`<p class="recording soon"><span class="spinner"></span>${this.text(`recording.saving.${what}`)}</p>`;
      default:
        return nothing;
    }
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.asks && this.meeting.recording.held.peek() && !this.canAsk && !this.#isFetching) void this.#fetch();
  }

  async #fetch(): Promise<void> {
    this.#isFetching = true;
    try {
      await Promise.all([import('./consent-ring.js'), this.view.translator.peek().loadRest()]);
      this.canAsk = true;
    } catch {
      // Until then nothing goes out: better nobody is heard than someone who was not told.
      this.meeting.notices.show({
        kind: 'alert',
        text: { key: 'error.ENGINE_LOAD_FAILED' },
        icon: 'alert',
        urgency: 'high',
        sticky: true,
        actions: [{ label: { key: 'error.tryAgain' }, run: () => void this.#fetch() }],
      });
    }
    this.#isFetching = false;
  }
}
