import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from '../base/decorators.js';
import type { Backend } from 'visio-core';
import type { HostLanguages, Texts } from 'visio-core/i18n';
import { closestLang } from '../base/closest-lang.js';
import { callButtonStyles } from './call-button.styles.js';
import type { CallRoom, RingResult } from './events.js';
import { label, type LabelKind } from './labels.js';
import { followContrast } from '../theme/follow-contrast.js';
import { coreTokens } from '../theme/core-tokens.js';
import { CAMERA, line, LINK, PHONE } from './line.js';
import type { CallWork } from './call-work.js';

/** Where a button is: what shows beside its label, and what a click does. */
export type CallButtonState = 'idle' | 'creating' | 'sign-in' | 'signing-in' | 'ringing' | 'open' | 'in-call' | 'link' | 'busy' | 'failed';

/** Someone calls. */
export interface IncomingCall {
  /** Who, as the host knows them. Default: nobody is named. */
  readonly from?: string;
  /** Where the call is. Default: the button's own `url`, or `room`. */
  readonly url?: string;
  /** How long to ring, in seconds. Default: the button's `ring-timeout`. */
  readonly timeout?: number;
}

/**
 * A button that leads into a call: to the room of `url`, or to a new one of the Visio at `server`. The call opens in a panel
 * over the page, which outlives the button and the routes of a single-page app, or where `open` says.
 *
 * Of a call it loads nothing before it is clicked.
 *
 * ```html
 * <script type="module" src="call-button.js"></script>
 * <visio-call-button url="https://visio.example/abc-defg-hij"></visio-call-button>
 * <visio-call-button server="https://visio.example" intent="call" to="Grace"></visio-call-button>
 * ```
 *
 * @summary A button for calls, in messages, agendas and documents.
 *
 * @slot - The label. Default: what the button does, in the reader's language.
 *
 * @csspart button - The button itself.
 * @csspart note - What is said beside it: that the call is ringing, why it failed, the link.
 * @csspart call - With `open="inline"`: the call.
 *
 * @cssprop [--visio-call-block-size=34rem] - With `open="inline"`: the height of the call.
 *
 * @fires {CustomEvent<{ readonly command: string; readonly args: readonly unknown[] }>} visio-before-call - The button was clicked; cancelable, and the host does the rest. `detail.args` has where it leads. Not of a link, with `open="tab"` and a `url`.
 * @fires {VisioRoomCreatedEvent} visio-room-created - A room was made; `detail.url`, `detail.room`.
 * @fires {VisioCallLinkEvent} visio-call-link - With `open="link"`: the link; `detail.url`.
 * @fires {VisioCallRingingEvent} visio-call-ringing - With `intent="call"`: one calls; it is for the host to tell the other. `detail.url`.
 * @fires {VisioRingEvent} visio-call-answered - A call was answered; `detail.direction`, `detail.url`.
 * @fires {VisioRingEvent} visio-call-refused - A call was refused.
 * @fires {VisioRingEvent} visio-call-cancelled - Who called gave up.
 * @fires {VisioRingEvent} visio-call-missed - Nobody answered in time.
 * @fires {CustomEvent<{ readonly error: VisioError }>} visio-error - Words that the host brings cannot be used; `detail.error` is a `VisioError`.
 * @fires {VisioCallChangedEvent} visio-call-changed - A call opened, was joined, or closed; `detail.progress`. From the panel: listen on `document`.
 */
export class VisioCallButton extends LitElement {
  // The other tokens come with what is said beside the button.
  /** @internal */
  static override styles = [coreTokens, callButtonStyles];

  /** The address of a room. Without it a click makes one. */
  @property() url = '';

  /** The room's name, with a `backend` that knows it. */
  @property() room = '';

  /** Where the Visio is that makes rooms: `https://visio.example`. */
  @property() server = '';

  /** Where the call shows: in a `panel` over the page, `inline` below the button, in a `tab`, or nowhere: it is a `link` to share. */
  @property() open: 'panel' | 'inline' | 'tab' | 'link' = 'panel';

  /** `join` shows the lobby; `call` goes straight in, with microphone and camera, and rings. */
  @property() intent: 'join' | 'call' = 'join';

  /** Who is called, as the host knows them. */
  @property() to = '';

  /** The button's label. Default: what it does, in the reader's language. */
  @property() label = '';

  /** `small`, `medium` or `large`. */
  @property({ reflect: true }) size: 'small' | 'medium' | 'large' = 'medium';

  /** `primary` stands out; `quiet` does not. */
  @property({ reflect: true }) variant: 'primary' | 'quiet' = 'primary';

  /** With `open="link"`: copies the link at once. */
  @property({ type: Boolean }) copy = false;

  /** The person's name in the call. They can change it in the lobby. */
  @property({ attribute: 'display-name' }) displayName = '';

  /** The language (BCP 47). Default: that of the nearest ancestor with `lang`, then the browser's, then English. */
  @property() override lang = '';

  /** `auto` follows the page's and the system's colour scheme; `light` and `dark` force one. */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';

  /** Whether ringing is heard. */
  @property() ringtone: 'on' | 'off' = 'on';

  /** How long ringing lasts, in seconds. */
  @property({ type: Number, attribute: 'ring-timeout' }) ringTimeout = 45;

  /** The host's own words in place of some texts, in the call too. */
  @property({ attribute: false }) texts: Partial<Texts> = {};

  /** Languages that the host brings, as `<visio-meeting>` has them. The label is the host's to translate. */
  @property({ attribute: false }) languages: HostLanguages = {};

  /** Where rooms come from. Goes before `server`. */
  @property({ attribute: false }) backend: Backend | null = null;

  /**
   * Whether the call is shown below the button.
   *
   * @readonly
   */
  @property({ type: Boolean, reflect: true }) expanded = false;

  /** Whether its code could not be had. */
  @state() private failed = false;

  #work: CallWork | null = null;
  #loading: Promise<CallWork> | null = null;
  #incoming: IncomingCall | null = null;

  /** Where the button is. */
  get state(): CallButtonState {
    return this.#work?.state ?? 'idle';
  }

  /** Someone calls: the page rings as long as this is set. Set to `null` when they gave up. */
  get incoming(): IncomingCall | null {
    return this.#incoming;
  }

  set incoming(call: IncomingCall | null) {
    if (call === this.#incoming) return;
    this.#incoming = call;
    const done = () => this.#incoming === call && (this.#incoming = null);
    if (call) this.ring(call).then(done, done);
    else this.#work?.stopRinging();
  }

  /**
   * The languages that the reader wants, best first.
   *
   * @internal
   */
  get wishes(): readonly (string | null)[] {
    return [this.lang, closestLang(this), ...navigator.languages];
  }

  /**
   * The room that a click leads to; empty where one is to be made.
   *
   * @internal
   */
  get target(): CallRoom {
    return { url: this.url, room: this.backend ? this.room : '' };
  }

  /** Does what a click does. Resolves when the call is open, or the link is there. */
  async start(): Promise<void> {
    await (await this.#load()).press(null);
  }

  /** Rings for an incoming call; resolves to how that ended. An answer opens the call. */
  async ring(call: IncomingCall = {}): Promise<RingResult> {
    return (await this.#load()).ring(call);
  }

  /** Tells that the one who is called refused. */
  async callRefused(): Promise<void> {
    (await this.#load()).endRinging('refused');
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visio-call-changed', this.#wake);
    // It may be this one's call that is open already, from a button of another route.
    if (document.querySelector('visio-call-panel')) this.#wake();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visio-call-changed', this.#wake);
  }

  /** Code that cannot be had here is asked for again by a click. */
  readonly #wake = () => void this.#load().then((work) => work.look(), () => undefined);

  #load(): Promise<CallWork> {
    this.#loading ??= import('./call-work.js').then(
      ({ CallWork, workStyles }) => {
        const root = this.renderRoot as ShadowRoot;
        root.adoptedStyleSheets = [...workStyles.map((each) => each.styleSheet!), ...root.adoptedStyleSheets];
        return (this.#work = new CallWork(this));
      },
      (cause: unknown) => {
        this.#loading = null;
        throw cause;
      },
    );
    return this.#loading;
  }

  #kind(): Exclude<LabelKind, 'failed'> {
    if (this.open === 'link') return 'link';
    if (this.intent === 'call') return 'call';
    return this.url === '' && this.target.room === '' ? 'start' : 'join';
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Only of a room that the host's backend can look into.
    if (this.backend?.rooms?.people && this.room !== '' && !this.#work) this.#wake();
    if (changed.has('url') || changed.has('room')) this.#work?.look();
    this.#work?.tellLanguage();
    followContrast(this);
  }

  protected override render(): unknown {
    const kind = this.#kind();
    const face = this.#work?.face();
    const words = face?.text ?? html`<slot>${this.label || label(kind, this.wishes)}</slot>`;
    const mark = face?.busy ? html`<span class="spinner"></span>` : line({ call: PHONE, join: CAMERA, start: CAMERA, link: LINK }[kind]);
    const content = html`${mark}<span class="words">${words}${face?.time ? html`<span class="time" aria-hidden="true"></span>` : nothing}</span>`;
    const classes = face?.live ? 'button live' : 'button';
    return html`
      <div class="row">
        ${this.open === 'tab' && this.url !== '' && !face
          ? html`<a class=${classes} part="button" href=${safeUrl(this.url)} target="_blank" rel="noopener">${content}</a>`
          : html`<button class=${classes} part="button" type="button" aria-busy=${face?.busy ?? false} @click=${this.#press}>${content}</button>`}
        <div class="note" part="note" role="status">${this.failed ? label('failed', this.wishes) : face?.note}</div>
      </div>
      ${face?.inline ? html`<div class="call" part="call">${face.inline}</div>` : nothing}
    `;
  }

  readonly #press = () => {
    // While the click lasts: browsers let nobody open a tab later.
    const isNewTab = this.open === 'tab' && (this.state === 'idle' || this.state === 'failed');
    const tab = isNewTab ? window.open('about:blank', '_blank') : null;
    this.failed = false;
    this.#load().then(
      (work) => work.press(tab),
      () => {
        tab?.close();
        this.failed = true;
      },
    );
  };
}

/** An address that a link may lead to; a host's own page must not be scripted by what it was given. */
function safeUrl(url: string): string {
  return /^https?:/i.test(url) ? url : '';
}
