import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ConnectionState, VisioError } from 'visio-core';
import type { PanelContribution, PanelNews } from '../../base/contribution.js';
import { VisioElement, type Control } from '../../base/visio-element.js';
import { panels } from '../../features/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { noticesStyles } from './notices.styles.js';

/** How long, in milliseconds, a notice stays that asks for nothing. */
const BRIEF = 6000;

/** News of a panel is told at most this often, in milliseconds: what comes between is told together. */
const NEWS_PACE = 2500;

/** How much of a text is shown, in characters. */
const NEWS_LENGTH = 120;

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
  static override styles = [baseStyles, noticesStyles];

  /** Whether to tell for a moment that the connection is back. */
  @state() private isBack = false;

  /** What is told of a closed panel. */
  @state() private news: { readonly panel: PanelContribution; readonly item: PanelNews } | null = null;

  /** The latest news of each panel, told or not. */
  readonly #latest = new Map<PanelContribution, PanelNews | null>();
  #stopNews: (() => void) | undefined;
  #newsAt = -Infinity;

  readonly #dismissed = new WeakSet<VisioError>();
  #state: ConnectionState | null = null;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  /** The failure to share that is being shown, and goes by itself. */
  #brief: VisioError | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#stopNews = undefined;
    this.isBack = false;
    this.news = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const now = this.meeting.connection.state.value;
    if (this.#state === 'reconnecting' && now === 'connected') {
      this.isBack = true;
      this.#after(BRIEF, () => (this.isBack = false));
    }
    this.#state = now;

    if (changed.has('view')) this.#latest.clear();
    for (const panel of panels) this.#noteNews(panel);

    const error = this.meeting.screenShare.setEnabled.error.value;
    if (error && error !== this.#brief) this.#after(BRIEF, () => this.#dismiss(error));
    this.#brief = error;
  }

  #noteNews(panel: PanelContribution): void {
    const item = panel.news?.(this.view).value ?? null;
    const isOpen = this.view.panel.value === panel.name;
    const isWanted = this.view.controls.value?.has(panel.name as Control) ?? true;
    const isNew = this.#latest.has(panel) && this.#latest.get(panel) !== item;
    this.#latest.set(panel, item);
    if (this.news?.panel === panel && (isOpen || !item)) this.#endNews();
    if (isNew && item && isWanted && !isOpen) this.#tellNews(panel);
  }

  /** At once, or when the last news has been there for a while. */
  #tellNews(panel: PanelContribution): void {
    this.#stopNews?.();
    const wait = this.#newsAt + NEWS_PACE - performance.now();
    if (wait > 0) {
      this.#stopNews = this.#after(wait, () => this.#tellNews(panel));
      return;
    }
    const item = this.#latest.get(panel);
    if (!item || this.view.panel.peek() === panel.name) return;
    this.#newsAt = performance.now();
    this.news = { panel, item };
    this.#stopNews = this.#after(BRIEF, () => (this.news = null));
  }

  #endNews(): void {
    this.#stopNews?.();
    this.news = null;
  }

  protected override render() {
    const { connection, playback, screenShare, microphone, camera } = this.meeting;
    const isReconnecting = connection.state.value === 'reconnecting';
    const isWatching = this.view.watching.value;
    return html`
      ${screenShare.enabled.value ? this.#renderSharing() : nothing}
      <div class="toasts" role="status" aria-atomic="false">
        ${isReconnecting
          ? html`<div class="toast" part="notice"><span class="spinner"></span><p>${this.text('notice.reconnecting')}</p></div>`
          : nothing}
        ${this.isBack && !isReconnecting ? html`<div class="toast" part="notice"><p>${this.text('notice.reconnected')}</p></div>` : nothing}
        ${playback.blocked.value ? this.#renderBlocked() : nothing}
        ${isWatching ? nothing : this.#renderError(microphone.error.value, () => microphone.setEnabled(true))}
        ${isWatching ? nothing : this.#renderError(camera.error.value, () => camera.setEnabled(true))}
        ${this.#renderError(screenShare.setEnabled.error.value)} ${this.news ? this.#renderNews(this.news.panel, this.news.item) : nothing}
      </div>
    `;
  }

  #renderSharing() {
    const { setEnabled } = this.meeting.screenShare;
    return html`
      <div class="sharing" part="sharing" role="group" aria-label=${this.text('stage.sharing')}>
        <p>${icon('screen')}${this.text('stage.sharing')}</p>
        <button class="button" @click=${() => void setEnabled(false).catch(() => undefined)}>${this.text('control.screen.stop')}</button>
      </div>
    `;
  }

  #renderNews(panel: PanelContribution, { name, text }: PanelNews) {
    const dismiss = this.text('notice.dismiss');
    const open = this.text(panel.openLabel);
    const count = panel.badge?.count(this.view).value ?? 0;
    const start = text.length > NEWS_LENGTH ? `${text.slice(0, NEWS_LENGTH).trimEnd()}…` : text;
    return html`
      <div class="toast news" part="notice">
        ${icon(panel.icon)}
        <p>
          <span class="from"><bdi>${name || this.text('meeting.guest')}</bdi>${count > 1 ? html`<span class="count">${this.text(panel.badge!.label, { count })}</span>` : nothing}</span>
          <bdi class="start">${start}</bdi>
        </p>
        <div class="actions">
          <button class="button" title=${open} @click=${() => this.#openNews(panel)}>${this.text(panel.label)}</button>
          <button class="button square" aria-label=${dismiss} title=${dismiss} @click=${() => this.#endNews()}>${icon('close')}</button>
        </div>
      </div>
    `;
  }

  #openNews(panel: PanelContribution): void {
    this.view.panel.value = panel.name;
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

  #after(delay: number, run: () => void): () => void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      run();
    }, delay);
    this.#timers.add(timer);
    return () => {
      clearTimeout(timer);
      this.#timers.delete(timer);
    };
  }
}
