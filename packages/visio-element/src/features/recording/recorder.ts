import { html, nothing, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.js';
import { isVisioError, type RecordingMode, type VisioError } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { choiceStyles } from '../../ui/choice/choice.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { selectStyles } from '../../ui/select/select.styles.js';
import { RECORD, TRANSCRIPT } from './icons.js';
import { recorderStyles } from './recorder.styles.js';

/** What La Suite Meet writes down (ISO 639-1). */
const SPOKEN = ['en', 'fr', 'de', 'nl'];

/** What someone came for. It stays so while they look at it: what is under their hand does not change into its contrary. */
type Purpose = 'start' | 'stop' | 'ask';

/**
 * Starts a film or a transcript, stops it, or asks the organisers for one: the content of a dialog, which it closes when that
 * is done.
 *
 * @summary Starts and stops a recording.
 */
export class VisioRecorder extends VisioElement {
  static override styles = [baseStyles, choiceStyles, selectStyles, recorderStyles];

  @state() private purpose: Purpose = 'start';
  @state() private chosen: RecordingMode | null = null;
  @state() private withTranscript = false;
  /** What is spoken; empty: the backend finds out. */
  @state() private spoken = '';
  @state() private hasAsked = false;
  /** What the last click failed with. */
  @state() private failure: VisioError | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.hasAsked = false;
    this.failure = null;
    if (this.view) this.#look();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#look();
  }

  #look(): void {
    const { start, stop } = this.meeting.recording;
    this.purpose = stop.enabled.peek() ? 'stop' : start.enabled.peek() ? 'start' : 'ask';
  }

  protected override render() {
    const content = { start: () => this.#renderStart(), stop: () => this.#renderStop(), ask: () => this.#renderAsk() }[this.purpose]();
    return html`
      ${content}
      ${this.failure ? html`<p class="failure" role="alert">${icon('alert')}<span>${this.#failureText(this.failure)}</span></p>` : nothing}
    `;
  }

  #renderStart() {
    const { start, state } = this.meeting.recording;
    const isPending = start.pending.value;
    if (!start.enabled.value && !isPending) return this.#renderOther(state.value.status === 'saving' ? 'recording.wait' : 'recording.other');
    const mode = this.#mode();
    const canTranscribe = mode === 'screen_recording' && this.meeting.recording.modes.value.includes('transcript');
    const isWithTranscript = canTranscribe && this.withTranscript;
    const isWritten = mode === 'transcript' || isWithTranscript;
    return html`
      ${this.#renderModes(isPending)}
      ${canTranscribe
        ? html`<label class="with">
            <input type="checkbox" .checked=${this.withTranscript} ?disabled=${isPending} @change=${this.#onWith} />
            <span>${this.text('recording.with')}</span>
          </label>`
        : nothing}
      ${isWritten ? this.#renderSpoken(isPending) : nothing}
      <p class="note">${icon('people')}<span>${this.text('recording.everyone')}</span></p>
      <div class="actions">
        ${this.#renderButton(isPending, isPending ? 'recording.starting' : `recording.start.${mode}`, 'primary', () =>
          this.meeting.recording.start(mode, {
            ...(isWithTranscript && { transcribe: true }),
            ...(isWritten && this.spoken !== '' && { language: this.spoken }),
          }),
        )}
      </div>
    `;
  }

  #renderSpoken(isPending: boolean) {
    const names = new Intl.DisplayNames([this.view.translator.value.language], { type: 'language' });
    return html`
      <label class="spoken">
        <span>${this.text('recording.spoken')}</span>
        <span class="select">
          ${drawIcon(TRANSCRIPT)}
          <select ?disabled=${isPending} @change=${({ target }: Event) => (this.spoken = (target as HTMLSelectElement).value)}>
            <option value="" .selected=${this.spoken === ''}>${this.text('recording.spoken.any')}</option>
            ${SPOKEN.map((each) => html`<option value=${each} .selected=${this.spoken === each}>${names.of(each)}</option>`)}
          </select>
          ${icon('chevron')}
        </span>
      </label>
    `;
  }

  #renderStop() {
    const { stop, state } = this.meeting.recording;
    const isPending = stop.pending.value;
    if (!stop.enabled.value && !isPending) return this.#renderOther(`recording.stopped.${state.value.mode ?? 'screen_recording'}`);
    const mode = state.value.mode ?? 'screen_recording';
    return html`
      <p>${this.text(`recording.stop.${mode}`)}</p>
      <div class="actions">
        <button class="button" @click=${this.#close}>${this.text(mode === 'transcript' ? 'recording.keep.transcript' : 'recording.keep')}</button>
        ${this.#renderButton(isPending, isPending ? 'recording.stopping' : `recording.control.stop.${mode}`, 'danger', () => stop())}
      </div>
    `;
  }

  #renderAsk() {
    const { request, state } = this.meeting.recording;
    if (this.hasAsked) return this.#renderOther('recording.asked');
    const isPending = request.pending.value;
    if (!request.enabled.value && !isPending) return this.#renderOther(state.value.status === 'saving' ? 'recording.wait' : 'recording.other');
    return html`
      ${this.#renderModes(isPending)}
      <p class="note">${icon('people')}<span>${this.text('recording.ask.hint')}</span></p>
      <div class="actions">${this.#renderButton(isPending, 'recording.ask', 'primary', () => request(this.#mode()))}</div>
    `;
  }

  #renderOther(key: Parameters<VisioElement['text']>[0]) {
    return html`
      <p class="other" role="status">${this.text(key)}</p>
      <div class="actions"><button class="button" @click=${this.#close}>${this.text('panel.close')}</button></div>
    `;
  }

  #renderModes(isPending: boolean) {
    const mode = this.#mode();
    return html`
      <fieldset ?disabled=${isPending}>
        <legend>${this.text('recording.what')}</legend>
        ${this.meeting.recording.modes.value.map(
          (each) => html`
            <label class="choice">
              <input type="radio" name="mode" value=${each} .checked=${each === mode} @change=${() => (this.chosen = each)} />
              ${drawIcon(each === 'transcript' ? TRANSCRIPT : RECORD)}
              <span class="words">
                <span class="name">${this.text(`recording.mode.${each}`)}</span>
                <span class="hint">${this.text(`recording.mode.${each}.hint`)}</span>
              </span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #renderButton(isPending: boolean, key: Parameters<VisioElement['text']>[0], look: string, run: () => Promise<unknown>) {
    return html`<button class="button ${look}" aria-busy=${isPending} @click=${() => void (isPending || this.#do(run))}>
      ${isPending ? html`<span class="spinner"></span>` : nothing}<span>${this.text(key)}</span>
    </button>`;
  }

  #mode(): RecordingMode {
    const modes = this.meeting.recording.modes.value;
    return this.chosen && modes.includes(this.chosen) ? this.chosen : (modes[0] ?? 'screen_recording');
  }

  #failureText(failure: VisioError): string {
    const isTheirs = failure.code === 'BACKEND_FAILED' || failure.code === 'REQUEST_FAILED';
    if (isTheirs && this.purpose !== 'ask') return this.text(this.purpose === 'stop' ? 'recording.failedStop' : 'recording.failedStart');
    return this.errorText(failure);
  }

  async #do(run: () => Promise<unknown>): Promise<void> {
    this.failure = null;
    try {
      await run();
    } catch (cause) {
      // The host knows why it prevented something, and says so where it wants to.
      if (isVisioError(cause) && cause.code !== 'VETOED') this.failure = cause;
      return;
    }
    if (this.purpose === 'ask') this.hasAsked = true;
    else this.#close();
  }

  readonly #onWith = ({ target }: Event) => (this.withTranscript = (target as HTMLInputElement).checked);

  readonly #close = () => {
    if (this.view.dialog.peek() === 'recording') this.view.dialog.value = null;
  };
}
