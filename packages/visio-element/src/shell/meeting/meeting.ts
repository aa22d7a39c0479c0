import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.js';
import { VisioError, type Backend, type BackgroundImage, type ConnectionState, type LayoutMode, type Meeting, type TokenProvider } from 'visio-core';
import type { HostLanguages, Texts, Translator } from 'visio-core/i18n';
import { VisioErrorEvent } from '../../base/events.js';
import { closestLang } from '../../base/closest-lang.js';
import type { Contribution } from '../../base/contribution.js';
import type { MeetingView } from '../../base/visio-element.js';
import type { ShortcutsConfig } from '../../features/shortcuts/config.js';
import { loadFailure } from './load-failure.js';
import { meetingStyles } from './meeting.styles.js';
import type { ViewState } from './view-state.js';

/** When an element out of the page stops listening to its meeting, in milliseconds: after the meeting's own grace. */
const UNBIND_AFTER = 1000;

type LobbyRing = typeof import('./lobby-ring.js');

/**
 * A whole video meeting: the lobby, the call, and the end of it. It lays itself out by the size of its own box.
 *
 * Give it the `url` of a Visio's room, or `server-url` and `token`, or a `tokenProvider`, or a `backend`, or a `meeting`
 * made with `createMeeting`.
 * Attributes that say how to join are read when a join begins.
 *
 * ```html
 * <script type="module" src="visio-element.js"></script>
 * <visio-meeting server-url="wss://livekit.example" token="…" display-name="Alice"></visio-meeting>
 * ```
 *
 * @summary A video meeting in one element.
 *
 * @slot lobby-header - Above the lobby's title: a logo, the subject of the meeting.
 * @slot end-actions - On the end screen, after its buttons: a link back, a survey.
 *
 * @csspart frame - The box around everything.
 * @csspart preview - In the lobby: the picture of one's own camera.
 * @csspart video - In the lobby: the `<video>` in that.
 * @csspart devices - In the lobby: the choice of devices.
 * @csspart form - In the lobby: name and button.
 * @csspart join - The button to join.
 * @csspart call - The call: stage, bar and notices.
 * @csspart stage - Where people and screens are.
 * @csspart pager - The stage's pages.
 * @csspart tile - A person or a shared screen.
 * @csspart name - The name on a tile.
 * @csspart bar - The controls of the call.
 * @csspart menu - What opens from a button of the bar.
 * @csspart notice - A notice over the stage.
 * @csspart sharing - The strip that tells that one's own screen is shared.
 * @csspart panel - The side panel that is open.
 * @csspart dialog - The dialog that is open.
 * @csspart messages - In the chat: the messages.
 * @csspart message - In the chat: one message.
 * @csspart search - In the chat: the field to look for words in, with its buttons.
 * @csspart mark - In the chat and the list of captions: words that were looked for.
 * @csspart file - In the chat: a file of a message.
 * @csspart live-lines - What others are writing, letter by letter.
 * @csspart composer - In the chat: what one writes in.
 * @csspart people - In the list of people: the list.
 * @csspart person - In the list of people: one of them.
 * @csspart captions - The captions over the stage.
 * @csspart lines - In the list of captions: the lines.
 * @csspart line - In the list of captions: one line.
 * @csspart end - The end screen.
 * @csspart rejoin - The button to rejoin.
 * @csspart tab - The link to the meeting in a tab of its own, in the lobby, on a notice and on the end screen.
 *
 * @cssprop [--visio-call-scheme=dark] - The colour scheme of the call: `dark`, `light` or `default`, which is the page’s.
 *
 * @fires {VisioStateChangedEvent} visio-state-changed - The connection state changed; `detail.state` is the new one.
 * @fires {VisioJoinedEvent} visio-joined - The meeting was joined; `detail.participantId` is one's own identity.
 * @fires {VisioLeftEvent} visio-left - The meeting ended for this participant; `detail.reason` tells why.
 * @fires {VisioErrorEvent} visio-error - Something failed; `detail.error` is a `VisioError` with a `code`.
 * @fires {VisioFactEvent<'participant-joined'>} visio-participant-joined - Someone joined; `detail.participant`.
 * @fires {VisioFactEvent<'participant-left'>} visio-participant-left - Someone left; `detail.participantId`.
 * @fires {VisioFactEvent<'participant-changed'>} visio-participant-changed - Someone’s name, attributes or rights changed; `detail.participant`.
 * @fires {VisioFactEvent<'track-published'>} visio-track-published - Someone began to publish a source; `detail.participantId`, `detail.track`.
 * @fires {VisioFactEvent<'track-muted'>} visio-track-muted - A track was muted; `detail.participantId`, `detail.track`.
 * @fires {VisioFactEvent<'track-unmuted'>} visio-track-unmuted - A track was unmuted; `detail.participantId`, `detail.track`.
 * @fires {VisioFactEvent<'track-unpublished'>} visio-track-unpublished - Someone ceased to publish a source; `detail.participantId`, `detail.source`.
 * @fires {VisioFactEvent<'speakers-changed'>} visio-speakers-changed - Who speaks now, loudest first; `detail.participantIds`.
 * @fires {VisioFactEvent<'quality-changed'>} visio-quality-changed - Someone’s connection became worse, or better again; `detail.participantId`, `detail.quality`.
 * @fires {VisioFactEvent<'message-received'>} visio-message-received - Someone else wrote in the chat; `detail.message`.
 * @fires {VisioFactEvent<'hand-raised'>} visio-hand-raised - A hand went up; `detail.participantId`.
 * @fires {VisioFactEvent<'hand-lowered'>} visio-hand-lowered - A hand went down; `detail.participantId`.
 * @fires {VisioFactEvent<'reaction-received'>} visio-reaction-received - Someone reacted, oneself included; `detail.reaction`.
 * @fires {VisioFactEvent<'caption'>} visio-caption - Someone said something, and it is written down; `detail.line`. Others' words: keep them with care.
 * @fires {VisioFactEvent<'recording-starting'>} visio-recording-starting - A recording or transcript is about to begin; `detail.mode`.
 * @fires {VisioFactEvent<'recording-started'>} visio-recording-started - The room began to be recorded, as the server says.
 * @fires {VisioFactEvent<'recording-stopped'>} visio-recording-stopped - The room is no longer recorded.
 * @fires {VisioFactEvent<'recording-saving'>} visio-recording-saving - What was recorded is being put where it is kept; `detail.mode`.
 * @fires {VisioFactEvent<'recording-failed'>} visio-recording-failed - A recording did not begin, or broke off; `detail.mode`.
 * @fires {VisioFactEvent<'person-waiting'>} visio-person-waiting - To moderators: someone began to wait to be let in; `detail.person`.
 * @fires {VisioFactEvent<'person-admitted'>} visio-person-admitted - This participant let someone in; `detail.person`.
 * @fires {VisioFactEvent<'person-refused'>} visio-person-refused - This participant turned someone away; `detail.person`.
 * @fires {VisioFactEvent<'role-changed'>} visio-role-changed - Someone’s role changed, oneself included; `detail.participantId`, `detail.role`.
 * @fires {VisioFactEvent<'permissions-changed'>} visio-permissions-changed - What someone may publish changed, oneself included; `detail.participantId`, `detail.canPublish`.
 * @fires {VisioBeforeEvent} visio-before-join - Before joining; cancelable.
 * @fires {VisioBeforeEvent} visio-before-leave - Before leaving; cancelable.
 * @fires {VisioBeforeEvent} visio-before-set-microphone-enabled - Before the microphone is turned on or off; cancelable. `detail.args`: `enabled`.
 * @fires {VisioBeforeEvent} visio-before-set-camera-enabled - Before the camera is turned on or off; cancelable. `detail.args`: `enabled`.
 * @fires {VisioBeforeEvent} visio-before-set-screen-share-enabled - Before sharing a screen starts or stops; cancelable. `detail.args`: `enabled`.
 * @fires {VisioBeforeEvent} visio-before-set-screen-share-options - Before how a screen is shared changes; cancelable. `detail.args`: the changes.
 * @fires {VisioBeforeEvent} visio-before-choose-device - Before another device is used; cancelable. `detail.args`: kind and id.
 * @fires {VisioBeforeEvent} visio-before-test-speaker - Before a sound is played to test the speaker; cancelable.
 * @fires {VisioBeforeEvent} visio-before-set-effect - Before the camera's background effect changes; cancelable. `detail.args`: the effect.
 * @fires {VisioBeforeEvent} visio-before-set-processing - Before how the browser works on the microphone's sound changes; cancelable. `detail.args`: the changes.
 * @fires {VisioBeforeEvent} visio-before-start-playback - Before sound that the browser held back is played; cancelable.
 * @fires {VisioBeforeEvent} visio-before-check-connection - Before the connection check; cancelable.
 * @fires {VisioBeforeEvent} visio-before-set-data-mode - Before the data mode changes; cancelable. `detail.args`: the mode.
 * @fires {VisioBeforeEvent} visio-before-follow-advice - Before advice about a bad connection is followed; cancelable. `detail.args`: the action.
 * @fires {VisioBeforeEvent} visio-before-send-message - Before a chat message is sent; cancelable. `detail.args`: the text.
 * @fires {VisioBeforeEvent} visio-before-retry-message - Before a message that failed is sent once more; cancelable. `detail.args`: its id.
 * @fires {VisioBeforeEvent} visio-before-send-file - Before a file is sent; cancelable. `detail.args`: the file.
 * @fires {VisioBeforeEvent} visio-before-cancel-file - Before sending a file is given up; cancelable. `detail.args`: the message's id.
 * @fires {VisioBeforeEvent} visio-before-set-hand-raised - Before one's own hand is raised or lowered; cancelable. `detail.args`: `raised`.
 * @fires {VisioBeforeEvent} visio-before-lower-hand - Before someone's hand is lowered; cancelable. `detail.args`: their id.
 * @fires {VisioBeforeEvent} visio-before-lower-all-hands - Before all hands are lowered; cancelable.
 * @fires {VisioBeforeEvent} visio-before-send-reaction - Before a reaction is sent; cancelable. `detail.args`: the emoji.
 * @fires {VisioBeforeEvent} visio-before-set-reactions-shown - Before reactions are shown or hidden to this person; cancelable. `detail.args`: `shown`.
 * @fires {VisioBeforeEvent} visio-before-set-notice-preferences - Before what this person is told of changes; cancelable. `detail.args`: the changes.
 * @fires {VisioBeforeEvent} visio-before-set-layout - Before the layout changes; cancelable. `detail.args`: the mode.
 * @fires {VisioBeforeEvent} visio-before-set-self-view - Before the place of one's own picture changes; cancelable. `detail.args`: the place.
 * @fires {VisioBeforeEvent} visio-before-pin - Before someone is made large; cancelable. `detail.args`: their id and the source.
 * @fires {VisioBeforeEvent} visio-before-unpin - Before someone is no longer made large; cancelable. `detail.args`: their id and the source.
 * @fires {VisioBeforeEvent} visio-before-show-screen - Before another of several screens is shown large; cancelable. `detail.args`: whose.
 * @fires {VisioBeforeEvent} visio-before-set-interpreter - Before someone is kept as this person’s interpreter, or nobody; cancelable. `detail.args`: their id or `null`.
 * @fires {VisioBeforeEvent} visio-before-mark-interpreter - Before someone is marked as sign-language interpreter for everyone, or no longer; cancelable. `detail.args`: their id and `marked`.
 * @fires {VisioBeforeEvent} visio-before-keep-interpreter - Before this person keeps whoever is marked as interpreter, or no longer; cancelable. `detail.args`: `kept`.
 * @fires {VisioBeforeEvent} visio-before-set-real-time-text-enabled - Before others see each letter that this person writes, or no longer; cancelable. `detail.args`: `enabled`.
 * @fires {VisioBeforeEvent} visio-before-set-captions-enabled - Before captions are shown or hidden to this person; cancelable. `detail.args`: `enabled`.
 * @fires {VisioBeforeEvent} visio-before-set-caption-preferences - Before how this person reads captions changes; cancelable. `detail.args`: the changes.
 * @fires {VisioBeforeEvent} visio-before-start-recording - Before the room is recorded; cancelable. `detail.args`: the mode and the options.
 * @fires {VisioBeforeEvent} visio-before-stop-recording - Before recording is ended; cancelable.
 * @fires {VisioBeforeEvent} visio-before-request-recording - Before moderators are asked to record; cancelable. `detail.args`: the mode.
 * @fires {VisioBeforeEvent} visio-before-admit - Before someone who waits is let in; cancelable. `detail.args`: their id.
 * @fires {VisioBeforeEvent} visio-before-admit-all - Before everyone who waits is let in; cancelable.
 * @fires {VisioBeforeEvent} visio-before-deny - Before someone who waits is turned away; cancelable. `detail.args`: their id.
 * @fires {VisioBeforeEvent} visio-before-mute-participant - Before someone is muted; cancelable. `detail.args`: their id and the source.
 * @fires {VisioBeforeEvent} visio-before-mute-everyone - Before everyone is muted; cancelable.
 * @fires {VisioBeforeEvent} visio-before-remove-participant - Before someone is sent out; cancelable. `detail.args`: their id.
 * @fires {VisioBeforeEvent} visio-before-set-role - Before someone becomes a moderator, or no longer is one; cancelable. `detail.args`: their id and the role.
 * @fires {VisioBeforeEvent} visio-before-set-can-publish - Before what someone may publish changes; cancelable. `detail.args`: their id and the sources.
 * @fires {VisioBeforeEvent} visio-before-set-room - Before the room's settings change; cancelable. `detail.args`: the settings.
 */
export class VisioMeeting extends LitElement {
  // The theme comes with the lobby: a page that only names the element has nothing to look at yet.
  /** @internal */
  static override styles = meetingStyles;

  /**
   * A room of a Visio (La Suite Meet): `https://visio.example/abc-defg-hij`. Its operator has to let this page's origin
   * ask it. What else says how to join goes before it.
   */
  @property() url = '';

  /** The LiveKit server, as an absolute `wss:`, `ws:`, `https:` or `http:` address. */
  @property({ attribute: 'server-url' }) serverUrl = '';

  /** The room to ask the `tokenProvider` or `backend` for. A token names its room by itself. */
  @property() room = '';

  /**
   * A LiveKit access token. As an attribute it is taken over and removed at once, so that it does not stay in the
   * page's DOM.
   */
  @property() token = '';

  /** The person's name, at most 50 characters. They can change it in the lobby. */
  @property({ attribute: 'display-name' }) displayName = '';

  /**
   * The language (BCP 47). Default: that of the nearest ancestor with `lang`, then the browser's, then English. Writing
   * begins where the language has it, unless the element has a `dir`.
   */
  @property() override lang = '';

  /**
   * How a call begins: `auto` (a grid, or a shared screen large), `grid`, `speaker` (who speaks, large, others below) or
   * `sidebar` (others beside). A change shows at once; the person may choose otherwise.
   */
  @property() layout: LayoutMode = 'auto';

  /**
   * `auto` follows the page's and the system's colour scheme, and the system's wish for more contrast; `light` and `dark` force a
   * scheme; `high-contrast` has more contrast, light or dark as the page is.
   */
  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';

  /**
   * What the person comes for: `join` shows the lobby; `call` goes straight in, with microphone and camera; `watch`
   * goes in without ever opening a device.
   */
  @property() intent: 'join' | 'call' | 'watch' = 'join';

  /** Whether the microphone is `on` or `off` at the start. */
  @property() microphone: 'on' | 'off' = 'on';

  /** Whether the camera is `on` or `off` at the start. */
  @property() camera: 'on' | 'off' = 'on';

  /** Joins without showing the lobby. */
  @property({ type: Boolean, attribute: 'skip-lobby' }) skipLobby = false;

  /** Remembers chosen devices in this origin's `localStorage`. */
  @property({ type: Boolean }) remember = false;

  /**
   * The controls to show, in this order, as words apart by spaces: `microphone camera devices screen-share chat`, and
   * the names of {@link contributions}. What comes after `more` is in the menu. Default: all, each in its own place. What the person
   * may not do is not shown in any case, and leave always is.
   */
  @property() controls: string | null = null;

  /** What the host adds to a call: buttons, panels, dialogs, marks on tiles and more. Set another array to change them. */
  @property({ attribute: false }) contributions: readonly Contribution[] = [];

  /**
   * Keyboard shortcuts, which act while the focus is in the element: those of `visio`, `teams`, `zoom` or `meet`, or `off`.
   * As a property also `{ profile, keys }`, where `keys` says what else acts, as in `{ microphone: 'Alt+M', leave: null }`.
   */
  @property() shortcuts: ShortcutsConfig = 'visio';

  /** The host's own words in place of some texts. Set another object to change them. */
  @property({ attribute: false }) texts: Partial<Texts> = {};

  /**
   * Languages that the host brings, by their tag (BCP 47), as in `{ es: () => import('./es.js') }`: fetched when they are
   * spoken. What one lacks is said in ours. What of it cannot be used is told as `visio-error`.
   */
  @property({ attribute: false }) languages: HostLanguages = {};

  /**
   * Where what background effects are made of lies, with a slash at its end. Read when the meeting is made. Default: the
   * folder `assets` beside this code.
   */
  @property() assets = '';

  /** Backgrounds that are offered besides ours. Read when the meeting is made. Default: none. */
  @property({ attribute: false }) backgrounds: readonly BackgroundImage[] = [];

  /** The largest file that may be sent and received in the chat, in bytes; 0 for none. Read when the meeting is made. Default: 10 MB. */
  @property({ type: Number, attribute: 'file-limit' }) fileLimit: number | null = null;

  /**
   * Where the meeting opens in a tab of its own, where the page around this one's frame keeps camera and microphone from it.
   * Default: this page's own address. `none` offers no tab.
   */
  @property({ attribute: 'tab-url' }) tabUrl = '';

  /** Gets a token when joining, from the host's backend. Goes before `token`. */
  @property({ attribute: false }) tokenProvider: TokenProvider | null = null;

  /** Where rooms and tokens come from. Goes before `tokenProvider`. */
  @property({ attribute: false }) backend: Backend | null = null;

  @state() private connection: ConnectionState = 'idle';
  @state() private view: MeetingView | null = null;
  @state() private loadFailed = false;
  @state() private hasNext = false;
  @state() private translator: Translator | null = null;

  #ring: LobbyRing | null = null;
  #meeting: Meeting | null = null;
  /** Whether this element made `#meeting`, and so disposes of it. */
  #own = false;
  #viewState: ViewState | null = null;
  /** Undoes what binds this element to its meeting; `null` while it is bound to none. */
  #unbind: (() => void) | null = null;
  /** Lets go of the meeting; `null` while the element is not in a page. */
  #release: (() => void) | null = null;
  #unbindTimer: ReturnType<typeof setTimeout> | undefined;
  #loading: Promise<void> | null = null;
  #hadFocus = false;

  /** The meeting shown. `null` until the element is in the page and its code is loaded, unless the host sets one. */
  get meeting(): Meeting | null {
    return this.#meeting;
  }

  set meeting(meeting: Meeting | null) {
    if (meeting === this.#meeting) return;
    this.#forget();
    this.#meeting = meeting;
    if (this.isConnected) void this.#start();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // The meeting outlives this by half a second, in case the element is only being moved. Its end is still told.
    this.#release?.();
    this.#release = null;
    this.#unbindTimer = setTimeout(() => this.#letGo(), UNBIND_AFTER);
  }

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    if (name !== 'token') return super.attributeChangedCallback(name, old, value);
    if (value === null || value === '') return;
    this.token = value;
    this.removeAttribute('token');
  }

  /** Joins; resolves when connected. Rejects with a `VisioError`. */
  async join(): Promise<ConnectionState> {
    return (await this.#ready()).join();
  }

  /** Leaves; camera and microphone are released. */
  async leave(): Promise<ConnectionState> {
    return (await this.#ready()).leave();
  }

  /** Turns the microphone on or off; resolves to what it then is. */
  async setMicrophoneEnabled(enabled: boolean): Promise<boolean> {
    return (await this.#ready()).microphone.setEnabled(enabled);
  }

  /** Turns the camera on or off; resolves to what it then is. */
  async setCameraEnabled(enabled: boolean): Promise<boolean> {
    return (await this.#ready()).camera.setEnabled(enabled);
  }

  /** Starts or stops sharing a screen; browsers want a click for the start. Resolves to what it then is. */
  async setScreenShareEnabled(enabled: boolean): Promise<boolean> {
    return (await this.#ready()).screenShare.setEnabled(enabled);
  }

  /** Turns it on when it is off, and off when it is on. Resolves to whether it is on; rejects as `setMicrophoneEnabled` does. */
  async toggleMicrophone(): Promise<boolean> {
    return (await this.#ready()).microphone.toggle();
  }

  /** Turns it on when it is off, and off when it is on. Resolves to whether it is on; rejects as `setCameraEnabled` does. */
  async toggleCamera(): Promise<boolean> {
    return (await this.#ready()).camera.toggle();
  }

  /** Begins to share when nothing is shared, and ends it otherwise. Resolves to whether something is shared. */
  async toggleScreenShare(): Promise<boolean> {
    return (await this.#ready()).screenShare.toggle();
  }

  async #ready(): Promise<Meeting> {
    await this.#start();
    if (!this.#meeting) throw new DOMException('The element is not in a page.', 'InvalidStateError');
    return this.#meeting;
  }

  /** Loads what is missing and binds this element to its meeting. Calls while one is under way share it. */
  #start(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = null));
    return this.#loading;
  }

  async #load(): Promise<void> {
    if (!this.isConnected) return;
    try {
      this.loadFailed = false;
      if (!this.#ring) {
        this.#ring = await import('./lobby-ring.js');
        (this.renderRoot as ShadowRoot).adoptedStyleSheets.unshift(this.#ring.themeStyles.styleSheet!);
      }
      this.#viewState ??= await this.#ring.openView(this);
    } catch (cause) {
      this.#onLoadFailed(cause);
      return;
    }
    if (this.isConnected) this.#bind(this.#ring, this.#viewState);
    if (isInCall(this.connection)) await this.#loadCall();
    if (isPastLobby(this.connection)) await this.#loadNext();
  }

  /** Fetches the call's elements. In the lobby that is only ahead of time: a failure there is no failure yet. */
  async #loadCall(): Promise<void> {
    try {
      const { features } = await import('./call-ring.js');
      if (this.#viewState) this.#viewState.features.value = features;
    } catch (cause) {
      if (isInCall(this.connection)) this.#onLoadFailed(cause);
    }
  }

  /** Fetches what a call needs first, and the end screen, ahead of time as well: whoever sees that may have no network any more. */
  async #loadNext(): Promise<void> {
    try {
      await this.#ring!.loadNext(this.#viewState!.translator.peek());
      this.hasNext = true;
    } catch (cause) {
      if (isPastLobby(this.connection)) this.#onLoadFailed(cause);
    }
  }

  #onLoadFailed(cause: unknown): void {
    this.loadFailed = true;
    this.dispatchEvent(new VisioErrorEvent(new VisioError('ENGINE_LOAD_FAILED', 'A part of the SDK could not be loaded.', { cause })));
  }

  #bind(ring: LobbyRing, viewState: ViewState): void {
    clearTimeout(this.#unbindTimer);
    if (this.#own && this.#meeting?.disposed) this.#forget();
    if (this.#release) return;
    const isNew = !this.#meeting;
    this.#own ||= isNew;
    const meeting = (this.#meeting ??= ring.createOwnMeeting(this));
    if (this.#own) ring.tellMeeting(this, meeting);
    ring.tellView(this, viewState, meeting);
    if (this.view?.meeting !== meeting) this.view = { meeting, element: this, ...viewState };

    const ends = [meeting.hold(), ring.followLanguage(this, viewState), viewState.translator.subscribe((now) => (this.translator = now))];
    this.#release = () => ends.forEach((end) => end());
    this.#unbind ??= ring.announce(this, meeting, this.connection, (now) => this.#onState(now));

    if (meeting.connection.state.peek() !== 'idle') return;
    if (this.skipLobby || this.intent !== 'join') meeting.join().catch(() => undefined);
    else meeting.openLobby();
  }

  #letGo(): void {
    clearTimeout(this.#unbindTimer);
    this.#release?.();
    this.#release = null;
    this.#unbind?.();
    this.#unbind = null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#hadFocus && !this.shadowRoot?.activeElement) void this.#focusScreen();
    if (!this.#ring || !this.#viewState) return;
    // A host's meeting knows by itself.
    if (this.#meeting && this.#own) this.#ring.tellMeeting(this, this.#meeting, changed);
    this.#ring.tellView(this, this.#viewState, this.#meeting);
  }

  /** Focus goes with the person from one screen to the next. */
  async #focusScreen(): Promise<void> {
    const screen = this.shadowRoot?.querySelector<LitElement>('visio-lobby, visio-call, visio-end');
    await screen?.updateComplete;
    screen?.focus({ preventScroll: true });
  }

  #onState(now: ConnectionState): void {
    this.connection = now;
    // What comes next is fetched while the lobby is looked at.
    void this.#loadNext();
    if (!isOver(now)) void this.#loadCall();
  }

  #forget(): void {
    this.#letGo();
    if (this.#own) this.#meeting?.dispose();
    this.#meeting = null;
    this.#own = false;
    this.connection = 'idle';
    this.view = null;
  }

  protected override render(): unknown {
    const { language, direction } = this.translator ?? {};
    return html`<div class="frame" part="frame" lang=${language ?? nothing} dir=${this.dir || direction || nothing}>${this.#screen()}</div>`;
  }

  protected override willUpdate(): void {
    // Whether the person's focus is on a screen that may be about to go.
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
  }

  #screen() {
    if (this.loadFailed) return loadFailure([this.lang, closestLang(this), ...navigator.languages], () => this.#start());
    const { view } = this;
    if (!view) return nothing;
    switch (this.connection) {
      case 'idle':
        return nothing;
      case 'lobby':
      case 'joining':
      case 'waiting':
        return html`<visio-lobby .view=${view} exportparts="preview, video, devices, form, join, tab"><slot name="lobby-header" slot="header"></slot></visio-lobby>`;
      default:
        // Nearly always there by then.
        if (!this.hasNext) return nothing;
        return isInCall(this.connection)
          ? html`<visio-call .view=${view}></visio-call>`
          : html`<visio-end .view=${view} exportparts="end, rejoin, tab"><slot name="end-actions" slot="actions"></slot></visio-end>`;
    }
  }
}

function isInCall(state: ConnectionState): boolean {
  return state === 'connected' || state === 'reconnecting';
}

function isPastLobby(state: ConnectionState): boolean {
  return isInCall(state) || isOver(state);
}

function isOver(state: ConnectionState): boolean {
  return state === 'left' || state === 'failed';
}
