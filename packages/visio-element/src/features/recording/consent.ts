import { html, nothing, type PropertyValues } from 'lit';
import { query } from '../../base/decorators.js';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { consentStyles } from './consent.styles.js';
import { RECORD, TRANSCRIPT } from './icons.js';

/**
 * Tells who comes into a recorded room of it before anybody sees or hears them, and asks how to go on. Escape goes on with
 * nothing turned on: the choice that gives nothing away.
 *
 * @summary Asks who comes into a recorded room how to go on.
 */
export class VisioRecordingConsent extends VisioElement {
  static override styles = [baseStyles, consentStyles];

  @query('dialog') private dialog!: HTMLDialogElement;
  @query('h2') private heading!: HTMLElement;

  #mode: 'screen_recording' | 'transcript' = 'screen_recording';
  /** Whether the server tells who gets it. */
  #isKnown = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { held, state } = this.meeting.recording;
    // What is over has no words: while it closes, it says what it said.
    if (!held.value) return;
    this.#isKnown = state.value.mode !== null;
    this.#mode = state.value.mode ?? 'screen_recording';
  }

  protected override render() {
    const { microphone, camera } = this.meeting;
    const mode = this.#mode;
    const isWatching = this.view.watching.value;
    const hasOn = !isWatching && (microphone.wanted.value || camera.wanted.value);
    return html`
      <dialog role="alertdialog" aria-labelledby="title" aria-describedby="words" @close=${this.#onClose} @keydown=${this.#onKey}>
        <div class="content">
          <h2 id="title" tabindex="-1">
            ${drawIcon(mode === 'transcript' ? TRANSCRIPT : RECORD)}<span>${this.text(`recording.consent.${mode}`)}</span>
          </h2>
          <div id="words">
            ${isWatching ? nothing : html`<p>${this.text(`recording.consent.${mode}.what`)}</p>`}
            ${this.#isKnown ? html`<p>${this.text(`recording.consent.${mode}.who`)}</p>` : nothing}
            ${hasOn ? html`<p class="held">${icon('mic-off')}<span>${this.text('recording.consent.held')}</span></p>` : nothing}
          </div>
          <div class="actions">
            <button class="button primary" @click=${this.#continue}>${this.text('recording.consent.continue')}</button>
            ${hasOn ? html`<button class="button" @click=${this.#continueMuted}>${this.text('recording.consent.muted')}</button>` : nothing}
            <button class="button leave" @click=${this.#leave}>${this.text('control.leave')}</button>
          </div>
        </div>
      </dialog>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    untracked(() => this.#follow());
  }

  #follow(): void {
    if (!this.isConnected) return;
    const isHeld = this.meeting.recording.held.peek();
    if (isHeld && !this.dialog.open) {
      this.dialog.showModal();
      // Not on a button: whoever still has Enter under their finger has chosen nothing.
      this.heading.focus();
    }
    if (!isHeld && this.dialog.open) this.dialog.close();
  }

  readonly #continue = () => this.meeting.recording.acknowledge();

  readonly #continueMuted = async () => {
    const { microphone, camera, recording } = this.meeting;
    try {
      await Promise.all([microphone.setEnabled(false), camera.setEnabled(false)]);
      recording.acknowledge();
    } catch {
      // Not turned off, so not let out.
      this.#follow();
    }
  };

  readonly #leave = () => void this.meeting.leave().catch(() => undefined);

  /** Closed by Escape. */
  readonly #onClose = () => {
    if (this.meeting.recording.held.peek()) void this.#continueMuted();
  };

  /** What is typed in here is not for the shortcuts of the call or of the page. */
  readonly #onKey = (event: KeyboardEvent) => event.stopPropagation();
}
