import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, query, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import type { TextKey, Translator } from 'visio-core/i18n';
import { baseStyles } from '../../theme/base.styles.js';
import { followContrast } from '../../theme/follow-contrast.js';
import { themeStyles } from '../../theme/theme.styles.js';
import { elapsed, type Call } from '../call.js';
import { VisioCallChangedEvent, type CallProgress } from '../events.js';
import { CAMERA, line } from '../line.js';
import { panelStyles } from './call-panel.styles.js';
import { avoid, isField, Place } from './place.js';

type Size = 'small' | 'large';

const ICONS = {
  minimise: 'M4.75 14.75h10.5',
  large: 'M11.75 3.25h5v5M16.75 3.25l-5.5 5.5M8.25 16.75h-5v-5M3.25 16.75l5.5-5.5',
  small: 'M16.75 8.25h-5v-5M11.75 8.25l5-5M3.25 11.75h5v5M8.25 11.75l-5 5',
  close: 'M5.25 5.25l9.5 9.5M14.75 5.25l-9.5 9.5',
} as const;

/**
 * The page's call, over everything else, whatever becomes of the page below. It lies in the browser's top layer, so that no
 * `z-index` covers it; it can be moved by pointer and arrow keys, made larger, and minimised, which keeps the call.
 *
 * @summary The floating panel of `<visio-call-button>`.
 *
 * @fires {VisioCallChangedEvent} visio-call-changed - The call opened, was joined, or closed.
 */
export class VisioCallPanel extends LitElement {
  static override styles = [themeStyles, baseStyles, panelStyles];

  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';

  /** What is said above the call, as long as it is not joined by others. */
  @property({ attribute: false }) note = '';

  @property({ reflect: true }) size: Size = 'small';

  @property({ type: Boolean, reflect: true }) minimised = false;

  @state() private isJoined = false;

  @query('.window') private window!: HTMLElement | null;
  @query('.restore') private restore!: HTMLElement | null;
  @query('.time') private time!: HTMLElement | null;

  words!: Translator;
  /** Where focus goes when the panel is closed. */
  opener: HTMLElement | null = null;

  /** The call, which stays the same for the whole life of a panel. */
  call: Call | null = null;

  readonly #place = new Place(this);
  #life: AbortController | null = null;

  /** Shows the call, larger than a line, and goes to it. */
  show(): void {
    this.minimised = false;
    void this.updateComplete.then(() => this.window?.focus({ preventScroll: true }));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#life = new AbortController());
    // It is a popover without being closed by a click elsewhere: the top layer, without being modal.
    this.setAttribute('popover', 'manual');
    this.showPopover?.();
    signal.addEventListener('abort', this.call!.listen((progress) => this.#onProgress(progress)));
    document.addEventListener('focusin', ({ target }) => this.#avoid(target), { signal });
    for (const target of [window, window.visualViewport]) {
      target?.addEventListener('resize', this.#onResize, { signal });
    }
    const ticker = setInterval(this.#tick, 1000);
    signal.addEventListener('abort', () => clearInterval(ticker));
    this.#onProgress(this.call!.progress);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#life?.abort();
  }

  protected override firstUpdated(): void {
    this.window?.focus({ preventScroll: true });
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('size') || changed.has('minimised')) this.#place.keepInside();
    this.#tick();
    followContrast(this);
  }

  #onProgress(progress: CallProgress): void {
    this.isJoined = progress === 'joined';
    this.dispatchEvent(new VisioCallChangedEvent(progress, this.call!.room));
    if (progress !== 'closed') return;
    const hadFocus = this.matches(':focus-within');
    this.remove();
    // The button may be of a route that is gone.
    if (hadFocus && this.opener?.isConnected) this.opener.focus();
  }

  protected override render() {
    return html`
      <div
        class="window"
        role="dialog"
        aria-labelledby="title"
        tabindex="-1"
        ?hidden=${this.minimised}
        @keydown=${this.#onKey}
      >
        <div class="head" @pointerdown=${this.#place.drag}>
          <button class="grip" type="button" aria-describedby="how" @keydown=${this.#place.moveByKey}>
            ${line(CAMERA)}<span id="title">${this.#say('callPanel.title')}</span>
          </button>
          <span class="unseen" id="how">${this.#say('callPanel.move')}</span>
          ${this.note ? html`<span class="calling" role="status">${this.note}</span>` : nothing}
          <span class="buttons">
            ${this.#button(this.size === 'small' ? 'large' : 'small', this.#resize, 'resize')}
            ${this.#button('minimise', this.#minimise)}
            ${this.isJoined ? nothing : this.#button('close', this.#close)}
          </span>
        </div>
        <div class="body">${this.call?.element}</div>
      </div>
      <div class=${classMap({ pill: true, joined: this.isJoined })} role="group" aria-label=${this.#say('callPanel.title')} ?hidden=${!this.minimised} @pointerdown=${this.#place.drag}>
        <button class="restore" type="button" aria-describedby="how-pill" @click=${() => this.show()} @keydown=${this.#place.moveByKey}>
          ${line(CAMERA)}<span>${this.note || this.#say(this.isJoined ? 'callPanel.restore' : 'callPanel.title')}</span>${this.isJoined ? html`<span class="time" aria-hidden="true"></span>` : nothing}
        </button>
        <span class="unseen" id="how-pill">${this.#say('callPanel.move')}</span>
        ${this.isJoined ? html`<button class="leave" type="button" @click=${this.#close}>${this.#say('control.leaveShort')}</button>` : this.#button('close', this.#close)}
      </div>
    `;
  }

  #button(name: keyof typeof ICONS, run: () => void, part: string = name) {
    const label = this.#say(`callPanel.${name}`);
    return html`<button class="tool ${part}" type="button" aria-label=${label} title=${label} @click=${run}>${line(ICONS[name])}</button>`;
  }

  #say(key: TextKey): string {
    return this.words.text(key);
  }

  readonly #resize = () => {
    this.size = this.size === 'small' ? 'large' : 'small';
  };

  readonly #minimise = () => {
    const hadFocus = this.matches(':focus-within');
    this.minimised = true;
    if (hadFocus) void this.updateComplete.then(() => this.restore?.focus({ preventScroll: true }));
  };

  readonly #close = () => this.call?.close();

  /** What is open inside took it first. A call is not ended by it, and never in passing. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isJoined) this.#minimise();
    else this.#close();
  };

  readonly #onResize = () => {
    this.#place.keepInside();
    this.#avoid(document.activeElement);
  };

  /**
   * Whoever writes in the page sees what they write: the panel makes way, and becomes a line where there is no other place.
   * Where it fills the window, that goes for whatever has the focus below it.
   */
  #avoid(target: EventTarget | null): void {
    if (!(target instanceof Element) || target === this || target === document.body || target.matches(':popover-open')) return;
    const fills = this.offsetWidth >= document.documentElement.clientWidth && this.offsetHeight >= innerHeight;
    if (!fills && !isField(target)) return;
    if (avoid(this, target, this.#place)) return;
    this.minimised = true;
    void this.updateComplete.then(() => avoid(this, target, this.#place));
  }

  readonly #tick = () => {
    const since = this.call?.since;
    if (since && this.minimised && this.time && !document.hidden) this.time.textContent = elapsed(since);
  };
}
