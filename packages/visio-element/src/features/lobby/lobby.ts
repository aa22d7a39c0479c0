import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { meterLevel, type DeviceKind, type VisioError } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { initials } from '../../ui/avatar/avatar.js';
import { deviceChoices } from '../../ui/devices/choices.js';
import { icon, type IconName } from '../../ui/icon/icon.js';
import { tabLink } from '../../shell/tab-link/tab-link-later.js';
import { selectStyles } from '../../ui/select/select.styles.js';
import { lobbyStyles } from './lobby.styles.js';

type Input = 'microphone' | 'camera';

const ICONS = { microphone: 'mic', camera: 'camera', speaker: 'speaker' } as const satisfies Readonly<Record<DeviceKind, IconName>>;

/**
 * The way in: how one looks and sounds, which devices, under which name, and the button to join. What refuses to work
 * is told in words with what to do about it, and nothing of it keeps a person from joining.
 *
 * @summary The way into a meeting, with a preview of camera and microphone.
 *
 * @slot header - Above everything: the name of the meeting, a logo.
 *
 * @csspart preview - The picture of the own camera, with its controls.
 * @csspart video - The `<video>` in it.
 * @csspart devices - The lists of devices.
 * @csspart form - Title, name and the button to join.
 * @csspart join - The button to join.
 * @csspart tab - The link to the meeting in a tab of its own.
 */
export class VisioLobby extends VisioElement {
  static override styles = [baseStyles, selectStyles, lobbyStyles];

  @query('video') private video!: HTMLVideoElement | null;
  @query('.meter') private meter!: HTMLElement | null;
  @query('#name') private nameInput!: HTMLInputElement;

  /** Whether one had to wait to be let in, and what says so is there: it stands in place of the form, to the end. */
  @state() private hasWaited = false;

  /** Whether the words for what refuses to work have come, or cannot: then one sentence says it all. */
  @state() private hasWords = false;

  #camera: MediaStreamTrack | null = null;
  #microphone: MediaStreamTrack | null = null;
  /** What the page shows and hears now. */
  #shown: MediaStreamTrack | null = null;
  #metered: MediaStreamTrack | null = null;
  #stopMeter: (() => void) | undefined;
  #toldAt = 0;

  /** Goes to the name. */
  override focus(options?: FocusOptions): void {
    this.nameInput.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#letGo();
    });
  }

  protected override render() {
    const { connection } = this.meeting;
    const isWatching = this.view.watching.value;
    const isJoining = connection.state.value !== 'lobby';
    return html`
      <div class="page">
        <slot name="header"></slot>
        <div class=${classMap({ lobby: true, 'with-devices': !isWatching })}>
          ${isWatching ? nothing : this.#renderPreview()}
          ${this.hasWaited ? html`<visio-waiting .view=${this.view}></visio-waiting>` : nothing}
          <form part="form" aria-labelledby="title" ?hidden=${this.hasWaited} @submit=${this.#join}>
            <h2 id="title">${this.text('lobby.title')}</h2>
            ${isWatching ? html`<p class="hint">${this.text('lobby.watching')}</p>` : nothing}
            <label class="field">
              ${this.text('lobby.name')}
              <input
                id="name"
                name="name"
                autocomplete="name"
                maxlength="50"
                spellcheck="false"
                placeholder=${this.text('lobby.namePlaceholder')}
                ?readonly=${isJoining}
                @input=${this.#rename}
              />
            </label>
            <div class="actions">
              <button class="button primary" part="join" type="submit" aria-disabled=${isJoining}>
                ${isJoining ? html`<span class="spinner"></span>` : nothing}
                <span>${this.text(isJoining ? 'lobby.joining' : 'lobby.join')}</span>
              </button>
              <span class="unseen" role="status">${isJoining ? this.text('lobby.joining') : ''}</span>
              ${isJoining
                ? html`<button class="button" type="button" @click=${this.#cancel}>${this.text('lobby.cancel')}</button>`
                : nothing}
            </div>
            ${this.#wants('check') ? html`<button class="button plain" type="button" @click=${this.#check}>${this.text('lobby.check')}</button>` : nothing}
          </form>
          ${isWatching || !this.#wants('devices') ? nothing : this.#renderDevices()}
        </div>
      </div>
    `;
  }

  #renderPreview() {
    const { camera, microphone } = this.meeting;
    const inputs = (['microphone', 'camera'] as const).filter((kind) => this.#wants(kind));
    this.#camera = camera.enabled.value ? camera.track.value : null;
    this.#microphone = microphone.enabled.value ? microphone.track.value : null;
    const isStarting = camera.wanted.value && !this.#camera;
    return html`
      <div class=${classMap({ preview: true, mirrored: camera.mirrored.value, starting: isStarting })} part="preview" role="group" aria-label=${this.text('lobby.preview')}>
        ${this.#camera ? nothing : this.#renderPlaceholder(isStarting)}
        <video part="video" tabindex="-1" playsinline autoplay .muted=${true} aria-hidden="true" @loadeddata=${this.#showVideo}></video>
        <div class="controls">${inputs.map((kind) => this.#renderToggle(kind))}</div>
        <div
          class="meter"
          role=${'meter' as 'progressbar'}
          aria-label=${this.text('device.level')}
          aria-valuemin="0"
          aria-valuemax="100"
          aria-valuenow="0"
          ?hidden=${!this.#microphone || !this.#wants('microphone')}
        >
          <span></span><span></span><span></span>
        </div>
      </div>
      <div class="problems" role="status" aria-atomic="false">
        ${inputs.map((kind) => this.#renderProblem(kind, this.meeting[kind].error.value))}
      </div>
    `;
  }

  #renderPlaceholder(isStarting: boolean) {
    const letters = initials(this.meeting.displayName.value, this.view.translator.value.language);
    return html`
      <div class="placeholder">
        <div class="avatar" aria-hidden="true">${letters || icon('person', 40)}</div>
        <p>${this.text(isStarting ? 'lobby.cameraStarting' : 'lobby.cameraOff')}</p>
      </div>
    `;
  }

  #renderToggle(kind: Input) {
    const { enabled, wanted } = this.meeting[kind];
    const isOn = wanted.value;
    const name = this.text(`control.${kind}.${isOn ? 'off' : 'on'}`);
    return html`
      <button
        class=${classMap({ button: true, off: !isOn })}
        type="button"
        aria-label=${name}
        title=${name}
        aria-busy=${enabled.value !== isOn}
        @click=${() => void this.meeting[kind].toggle().catch(() => undefined)}
      >
        ${icon(`${ICONS[kind]}${isOn ? '' : '-off'}`, 24)}
      </button>
    `;
  }

  #renderProblem(kind: Input, error: VisioError | null) {
    if (!error || !this.hasWords) return nothing;
    const isBlocked = error.code === 'DEVICE_BLOCKED';
    // The page around keeps both back: that is said once.
    if (isBlocked && kind === 'camera' && this.#wants('microphone') && this.meeting.microphone.error.value?.code === error.code) return nothing;
    return html`
      <div class="problem">
        ${icon(`${ICONS[kind]}-off`)}
        <p>${this.errorText(error)}</p>
        ${isBlocked
          ? tabLink(this.view, error)
          : html`<button class="button plain" type="button" @click=${() => void this.meeting[kind].setEnabled(true).catch(() => undefined)}>
              ${this.text('error.tryAgain')}
            </button>`}
      </div>
    `;
  }

  #renderDevices() {
    const kinds = (['microphone', 'camera', 'speaker'] as const).filter(
      (kind) => kind !== 'speaker' || deviceChoices(this.meeting, kind).length > 0,
    );
    return html`
      <fieldset class="devices" part="devices">
        <legend class="unseen">${this.text('device.label')}</legend>
        ${kinds.map((kind) => this.#renderSelect(kind))}
      </fieldset>
    `;
  }

  #renderSelect(kind: DeviceKind) {
    const { chosen } = this.meeting.devices;
    const isMissing = kind !== 'speaker' && this.meeting[kind].error.value?.code === 'DEVICE_NOT_FOUND';
    const devices = deviceChoices(this.meeting, kind);
    const known = devices.some(({ id }) => id === chosen(kind).value) ? chosen(kind).value : '';
    return html`
      <label class="field">
        ${this.text(`device.${kind}`)}
        <span class="select">
          <select ?disabled=${isMissing} @change=${(event: Event) => void this.#choose(kind, event.target as HTMLSelectElement)}>
            <option value="" .selected=${known === ''}>${this.text(isMissing ? 'device.none' : 'device.default')}</option>
            ${devices.map(({ id, label }) => html`<option value=${id} .selected=${id === known}>${label}</option>`)}
          </select>
          ${icon(ICONS[kind])}${icon('chevron')}
        </span>
      </label>
    `;
  }

  #wants(control: string): boolean {
    return this.view.controls.value?.includes(control) ?? true;
  }

  protected override firstUpdated(): void {
    void this.view.translator.peek().loadNext().catch(() => undefined).then(() => (this.hasWords = true));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    const name = this.meeting.displayName.value;
    // What is being typed has spaces at its end that the name does not have.
    if (this.shadowRoot?.activeElement !== this.nameInput) this.nameInput.value = name;
    this.#showCamera();
    this.#meterMicrophone();
    if (!this.hasWaited && this.meeting.connection.state.peek() === 'waiting') void this.#fetchWaiting().catch(() => undefined);
  }

  async #fetchWaiting(): Promise<void> {
    await Promise.all([import('../waiting-room/waiting-ring.js'), this.view.translator.peek().loadRest()]);
    this.hasWaited = true;
  }

  #showCamera(): void {
    if (!this.video || this.#shown === this.#camera) return;
    this.#shown = this.#camera;
    this.video.classList.remove('live');
    this.video.srcObject = this.#camera && new MediaStream([this.#camera]);
  }

  readonly #showVideo = () => this.video?.classList.add('live');

  #meterMicrophone(): void {
    if (this.#metered === this.#microphone) return;
    this.#stopMeter?.();
    this.#stopMeter = undefined;
    this.#metered = this.#microphone;
    if (!this.#microphone) return;
    try {
      this.#stopMeter = untracked(() => meterLevel(this.#microphone!, this.#showLevel));
    } catch {
      // No Web Audio here: the meter rests.
    }
  }

  readonly #showLevel = (level: number) => {
    if (!this.meter) return;
    this.meter.style.setProperty('--level', level.toFixed(2));
    // Enough for whoever asks for it, and not a stream of news.
    if (performance.now() - this.#toldAt < 1000) return;
    this.#toldAt = performance.now();
    this.meter.setAttribute('aria-valuenow', String(Math.round(level * 100)));
  };

  #letGo(): void {
    this.#stopMeter?.();
    this.#stopMeter = undefined;
    this.#metered = this.#shown = null;
    if (this.video) this.video.srcObject = null;
  }

  async #choose(kind: DeviceKind, select: HTMLSelectElement): Promise<void> {
    const { choose, chosen } = this.meeting.devices;
    await choose(kind, select.value).catch(() => undefined);
    // Prevented or failed: what is in use is chosen again.
    select.value = chosen(kind).peek();
  }

  readonly #rename = () => this.meeting.setDisplayName(this.nameInput.value);

  readonly #join = (event: SubmitEvent) => {
    event.preventDefault();
    this.#rename();
    void this.meeting.join().catch(() => undefined);
  };

  readonly #check = () => void import('../check/open.js').then(({ openCheck }) => openCheck(this.view, this.renderRoot)).catch(() => undefined);

  readonly #cancel = () => void this.meeting.leave().catch(() => undefined);
}
