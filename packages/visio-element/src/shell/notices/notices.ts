import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import type { ConnectionState, Notice, VisioError } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { activate, isOffered, isOpen } from '../../base/activate.js';
import type { Contribution } from '../../base/contribution.js';
import { repeat } from '../../base/repeat.js';
import { hasRest } from '../../base/rest-texts.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawAny, isIcon } from '../../ui/icon/any.js';
import { icon, type IconName } from '../../ui/icon/icon.js';
import { toastStyles } from '../../ui/toast/toast.styles.js';
import { tabLink } from '../tab-link/tab-link-later.js';
import { noticesStyles } from './notices.styles.js';
import { PanelNewsTeller } from './panel-news.js';
import { startSpeech } from './speech.js';
import { giveVoice } from './voice.js';
import { plainText, renderText } from './words.js';

/** How long, in milliseconds, a notice stays that asks for nothing. */
const BRIEF = 6000;

/** More than this at once is no help: the older ones wait. */
const SHOWN = 3;

const ICONS: Readonly<Record<string, IconName | { readonly path: string }>> = {
  join: 'person',
  leave: 'person',
  hand: 'hand',
  message: 'chat',
  share: 'screen',
  recording: { path: 'R3.5 3.5 20.5 20.5 12R9.5 9.5 14.5 14.5 12' },
};

/** What stays for as long as something is the case. */
interface StateNotice {
  /** Another one is another notice. */
  readonly key: unknown;
  readonly words: string;
  readonly icon: TemplateResult;
  readonly actions: readonly TemplateResult[];
}

/**
 * What a person in a call has to know now. First what is the case: the connection is being had back, the browser holds the
 * sound back, a device failed. Then what happens: who joins, leaves, raises a hand, shares or writes, and what a host
 * tells. It lies over the stage, never over the controls. Whoever points at it has time to read; screen readers are told in one
 * place, politely: what is the case as it stands there, what happens by a voice.
 *
 * @summary What a person has to know now.
 *
 * @csspart sharing - The strip that tells that the own screen is shared.
 * @csspart notice - One notice.
 */
export class VisioNotices extends VisioElement {
  static override styles = [baseStyles, toastStyles, noticesStyles];

  @query('.voice') private voice!: HTMLElement;
  @query('.toasts') private toasts!: HTMLElement;

  /** Whether to tell for a moment that the connection is back. */
  @state() private isBack = false;

  readonly #dismissed = new WeakSet<VisioError>();
  #state: ConnectionState | null = null;
  #timers = new Set<ReturnType<typeof setTimeout>>();
  /** The failure to share that is being shown, and goes by itself. */
  #brief: VisioError | null = null;
  #states: readonly StateNotice[] = [];
  #news: PanelNewsTeller | null = null;
  #release: (() => void) | null = null;
  #hadFocus = false;
  #ends: readonly (() => void)[] = [];

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.isBack = false;
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  /** Tells from now on. */
  #begin(): void {
    this.#ends = [giveVoice(this.view, this.voice), startSpeech(this.view)];
  }

  #end(): void {
    for (const end of this.#ends) end();
    this.#ends = [];
    this.#news?.end();
    this.#news = null;
    this.#letGo();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#end();
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
    const now = this.meeting.connection.state.value;
    if (this.#state === 'reconnecting' && now === 'connected') {
      this.isBack = true;
      this.#after(BRIEF, () => (this.isBack = false));
    }
    this.#state = now;

    const error = this.meeting.screenShare.setEnabled.error.value;
    if (error && error !== this.#brief) this.#after(BRIEF, () => this.#dismiss(error));
    this.#brief = error;

    this.#states = this.#findStates();
    this.#news ??= new PanelNewsTeller(this.view);
    this.#news.look();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected && this.#ends.length === 0) untracked(() => this.#begin());
    // What had the focus is gone: it stays here, with the next notice or without one.
    if (this.#hadFocus && !this.shadowRoot!.activeElement) (this.toasts.querySelector<HTMLElement>('.square') ?? this.toasts).focus();
  }

  #findStates(): readonly StateNotice[] {
    const { connection, playback, screenShare, microphone, camera } = this.meeting;
    const isReconnecting = connection.state.value === 'reconnecting';
    const isWatching = this.view.watching.value;
    const found: (StateNotice | null)[] = [
      isReconnecting ? { key: 'reconnecting', words: this.text('notice.reconnecting'), icon: html`<span class="spinner"></span>`, actions: [] } : null,
      this.isBack && !isReconnecting ? { key: 'back', words: this.text('notice.reconnected'), icon: html``, actions: [] } : null,
      playback.blocked.value
        ? {
            key: 'blocked',
            words: this.text('playback.blocked'),
            icon: icon('speaker'),
            actions: [this.#renderAction(this.text('playback.start'), () => void this.meeting.playback.start().catch(() => undefined), 'primary')],
          }
        : null,
      isWatching ? null : this.#findError(microphone.error.value, () => microphone.setEnabled(true)),
      // What the page around keeps back is said once, for both.
      isWatching || (camera.error.value?.code === 'DEVICE_BLOCKED' && microphone.error.value?.code === 'DEVICE_BLOCKED')
        ? null
        : this.#findError(camera.error.value, () => camera.setEnabled(true)),
      this.#findError(screenShare.setEnabled.error.value),
    ];
    return found.filter((each) => each !== null);
  }

  #findError(error: VisioError | null, retry?: () => Promise<unknown>): StateNotice | null {
    if (!error || this.#dismissed.has(error)) return null;
    if (error.code === 'DEVICE_BLOCKED') {
      return { key: error, words: this.errorText(error), icon: icon('alert'), actions: [tabLink(this.view, error), this.#renderDismiss(() => this.#dismiss(error))] };
    }
    const again = retry ? [this.#renderAction(this.text('error.tryAgain'), () => void retry().catch(() => undefined), 'plain')] : [];
    return { key: error, words: this.errorText(error), icon: icon('alert'), actions: [...again, this.#renderDismiss(() => this.#dismiss(error))] };
  }

  protected override render() {
    const items = this.#chooseItems();
    if (this.meeting.screenShare.enabled.value) void import('../sharing/sharing-ring.js').catch(() => undefined);
    return html`
      <visio-recording .view=${this.view}></visio-recording>
      <visio-sharing .view=${this.view} exportparts="sharing"></visio-sharing>
      <div
        class="toasts"
        tabindex="-1"
        role="group"
        aria-label=${this.text('notice.label')}
        @pointerenter=${this.#hold}
        @pointerleave=${this.#letGo}
        @focusin=${this.#hold}
        @focusout=${this.#letGo}
      >
        <div class="live" aria-live="polite" aria-relevant="additions">
          ${repeat(
            this.#states,
            ({ key }) => key,
            ({ icon: drawing, words, actions }) => html`
              <div class="toast" part="notice">
                ${drawing}
                <p>${words}</p>
                ${actions.length > 0 ? html`<div class="actions">${actions}</div>` : nothing}
              </div>
            `,
          )}
          <div class="unseen voice"></div>
        </div>
        ${repeat(
          items,
          ({ id }) => id,
          (notice) => this.#renderItem(notice),
        )}
      </div>
    `;
  }

  /** Nothing of a panel that is open or not wanted; the newest, and before them those that stay. */
  #chooseItems(): readonly Notice[] {
    const wanted = this.meeting.notices.items.value.filter(({ about, actions = [] }) => {
      const found = this.#contribution(about);
      // Where there is no more to open, what can be done at once still can.
      return !found || (!isOpen(this.view, found) && (isOffered(this.view, found) || actions.length > 0));
    });
    if (wanted.length === 0 || !hasRest(this)) return [];
    const [sticky, brief] = [wanted.filter((each) => each.sticky), wanted.filter((each) => !each.sticky)];
    return [...sticky, ...brief.slice(-Math.max(1, SHOWN - sticky.length))];
  }

  #contribution(name: string | undefined): Contribution | undefined {
    return name === undefined ? undefined : this.view.contributions.value.find((each) => each.name === name && each.control);
  }

  #renderItem({ id, kind, from, aside, text, icon: drawing, about, sticky, urgency, actions = [] }: Notice) {
    const translator = this.view.translator.value;
    const found = this.#contribution(about);
    const dismiss = () => this.meeting.notices.dismiss(id);
    const act = (run: () => void) => () => {
      dismiss();
      run();
    };
    return html`
      <div class=${classMap({ toast: true, item: true, stays: sticky === true, whole: sticky === true || urgency === 'high' })} part="notice">
        ${this.#drawing(drawing ?? ICONS[kind], found)}
        <p>
          ${from === undefined
            ? nothing
            : html`<span class="from"><bdi>${from || this.text('meeting.guest')}</bdi>${aside ? html`<span class="aside">${plainText(translator, aside)}</span>` : nothing}</span>`}
          <span class="start">${renderText(translator, text)}</span>
        </p>
        <div class="actions">
          ${actions.slice(0, 2).map(({ label, run }) => this.#renderAction(plainText(translator, label), act(run)))}
          ${found && actions.length < 2 && isOffered(this.view, found) ? this.#renderOpen(found) : nothing} ${this.#renderDismiss(dismiss)}
        </div>
      </div>
    `;
  }

  #drawing(wanted: Notice['icon'], found: Contribution | undefined) {
    if (typeof wanted === 'object') return drawAny(wanted);
    if (wanted !== undefined && isIcon(wanted)) return icon(wanted);
    const own = found?.control?.icon;
    return own ? drawAny(typeof own === 'function' ? own(this.view) : own) : nothing;
  }

  #renderOpen(found: Contribution) {
    const place = found.panel ?? found.dialog;
    const title = this.words(place?.title ?? found.control!.label);
    const open = found.panel?.openLabel ? this.text(found.panel.openLabel) : title;
    return this.#renderAction(title, () => activate(this.view, found), '', open);
  }

  #renderAction(words: string, run: () => void, look = '', title = words) {
    return html`<button class="button ${look}" title=${title} @click=${run}>${words}</button>`;
  }

  #renderDismiss(run: () => void) {
    const dismiss = this.text('notice.dismiss');
    return html`<button class="button square" aria-label=${dismiss} title=${dismiss} @click=${run}>${icon('close')}</button>`;
  }

  readonly #hold = () => {
    this.#release ??= this.meeting.notices.hold();
  };

  readonly #letGo = () => {
    this.#release?.();
    this.#release = null;
  };

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
