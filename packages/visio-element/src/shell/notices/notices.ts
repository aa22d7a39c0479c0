import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ConnectionState, VisioError } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { toastStyles } from '../../ui/toast/toast.styles.js';
import { noticesStyles } from './notices.styles.js';

/** How long, in milliseconds, a notice stays that asks for nothing. */
const BRIEF = 6000;

/**
 * What a person in a call has to know now: the connection is being had back, the browser holds the sound back, a
 * device failed, their screen is shared, someone wrote. Below its own place at the top, over the stage and never over the controls.
 *
 * @summary What a person has to know now.
 *
 * @csspart sharing - The strip that tells that the own screen is shared.
 * @csspart notice - One notice.
 */
export class VisioNotices extends VisioElement {
  static override styles = [baseStyles, toastStyles, noticesStyles];

  /** Whether to tell for a moment that the connection is back. */
  @state() private isBack = false;

  readonly #dismissed = new WeakSet<VisioError>();
  #state: ConnectionState | null = null;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  /** The failure to share that is being shown, and goes by itself. */
  #brief: VisioError | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.isBack = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const now = this.meeting.connection.state.value;
    if (this.#state === 'reconnecting' && now === 'connected') {
      this.isBack = true;
      this.#after(BRIEF, () => (this.isBack = false));
    }
    this.#state = now;

    const error = this.meeting.screenShare.setEnabled.error.value;
    if (error && error !== this.#brief) this.#after(BRIEF, () => this.#dismiss(error));
    this.#brief = error;
  }

  protected override render() {
    const { connection, playback, screenShare, microphone, camera } = this.meeting;
    const isReconnecting = connection.state.value === 'reconnecting';
    const isWatching = this.view.watching.value;
    return html`
      <visio-sharing .view=${this.view} exportparts="sharing"></visio-sharing>
      <div class="toasts" role="status" aria-atomic="false">
        ${isReconnecting
          ? html`<div class="toast" part="notice"><span class="spinner"></span><p>${this.text('notice.reconnecting')}</p></div>`
          : nothing}
        ${this.isBack && !isReconnecting ? html`<div class="toast" part="notice"><p>${this.text('notice.reconnected')}</p></div>` : nothing}
        ${playback.blocked.value ? this.#renderBlocked() : nothing}
        ${isWatching ? nothing : this.#renderError(microphone.error.value, () => microphone.setEnabled(true))}
        ${isWatching ? nothing : this.#renderError(camera.error.value, () => camera.setEnabled(true))}
        ${this.#renderError(screenShare.setEnabled.error.value)}
        <visio-news .view=${this.view} exportparts="notice"></visio-news>
      </div>
    `;
  }

  #renderBlocked() {
    return html`
      <div class="toast" part="notice">
        ${icon('speaker')}
        <p>${this.text('playback.blocked')}</p>
        <div class="actions">
          <button class="button primary" @click=${() => void this.meeting.playback.start().catch(() => undefined)}>
            ${this.text('playback.start')}
          </button>
        </div>
      </div>
    `;
  }

  #renderError(error: VisioError | null, retry?: () => Promise<unknown>): TemplateResult | typeof nothing {
    if (!error || this.#dismissed.has(error)) return nothing;
    const dismiss = this.text('notice.dismiss');
    // A second failure is a new notice, so that it is read out again.
    return html`${keyed(
      error,
      html`
        <div class="toast" part="notice">
          ${icon('alert')}
          <p>${this.errorText(error)}</p>
          <div class="actions">
            ${retry
              ? html`<button class="button plain" @click=${() => void retry().catch(() => undefined)}>${this.text('error.tryAgain')}</button>`
              : nothing}
            <button class="button square" aria-label=${dismiss} title=${dismiss} @click=${() => this.#dismiss(error)}>${icon('close')}</button>
          </div>
        </div>
      `,
    )}`;
  }

  #dismiss(error: VisioError): void {
    this.#dismissed.add(error);
    this.requestUpdate();
  }

  #after(delay: number, run: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, delay);
    this.#timers.add(timer);
  }
}
