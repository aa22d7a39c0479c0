import { html, nothing } from 'lit';
import { query, state } from '../../base/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { backgroundNames, drawBackground, type BackgroundName, type VideoEffect, type VisioError } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { formStyles } from '../../ui/form/form.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { renderDeviceSelect } from './device-select.js';
import { settingsPageStyles } from './settings.styles.js';
import { videoSettingsStyles } from './video-settings.styles.js';

const SLIGHT = 0.2;
const STRONG = 0.8;

const PICTURE =
  'M5.5 5h13A2.5 2.5 0 0 1 21 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5v-9A2.5 2.5 0 0 1 5.5 5zM3.5 16.5l4.6-4.6a1.5 1.5 0 0 1 2.1 0l6.6 6.6M15.5 9.5h.01';

/** One of the backgrounds to choose from. */
interface Choice {
  readonly effect: VideoEffect;
  readonly label: string;
  readonly look: unknown;
}

/**
 * The camera, how one sees oneself, and what is behind one. What is seen here is what the others see, but for the mirror.
 *
 * @summary The settings of video.
 */
export class VisioVideoSettings extends VisioElement {
  static override styles = [baseStyles, formStyles, settingsPageStyles, videoSettingsStyles];

  @query('video') private video!: HTMLVideoElement | null;
  @query('input[type=file]') private file!: HTMLInputElement;

  /** The person's own image, once they chose one. */
  @state() private own: { readonly image: Blob; readonly picture: HTMLCanvasElement } | null = null;
  @state() private fileError: VisioError | null = null;

  readonly #pictures = new Map<BackgroundName, HTMLCanvasElement>();
  #track: MediaStreamTrack | null = null;
  #shown: MediaStreamTrack | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#show(null);
    });
  }

  protected override render() {
    const { camera, effects } = this.meeting;
    this.#track = camera.track.value;
    const isMirrored = camera.mirrored.value;
    const isBusy = effects.setEffect.pending.value;
    const error = camera.error.value;
    return html`
      <div class="form">
        <section class="top">
          <div class=${classMap({ preview: true, mirrored: isMirrored, busy: isBusy })} role="group" aria-label=${this.text('lobby.preview')}>
            <video tabindex="-1" playsinline autoplay .muted=${true} aria-hidden="true" ?hidden=${!this.#track}></video>
            ${this.#track ? nothing : html`<p>${icon('camera-off')}<span>${this.text('settings.cameraOff')}</span></p>`}
            ${isBusy ? html`<span class="spinner"></span>` : nothing}
          </div>
          <div class="beside">
            ${renderDeviceSelect(this.view, 'camera')}
            <label class="row">
              <span>${this.text('settings.mirror')}<span class="hint" id="mirror">${this.text('settings.mirror.hint')}</span></span>
              <input
                type="checkbox"
                class="switch"
                aria-label=${this.text('settings.mirror')}
                aria-describedby="mirror"
                .checked=${isMirrored}
                @change=${({ target }: Event) => camera.setMirrored((target as HTMLInputElement).checked)}
              />
            </label>
            <p class="problem" role="status">${error ? this.errorText(error) : ''}</p>
          </div>
        </section>
        ${effects.available ? this.#renderBackgrounds(isBusy) : html`<p class="hint">${this.text('settings.background.unsupported')}</p>`}
      </div>
    `;
  }

  #renderBackgrounds(isBusy: boolean) {
    const { current, setEffect } = this.meeting.effects;
    const failure = this.fileError ?? setEffect.error.value;
    // What is tried again has not failed yet.
    const error = isBusy ? null : failure;
    const choices = this.#choices();
    return html`
      <fieldset aria-busy=${isBusy}>
        <legend>${this.text('settings.background')}</legend>
        <div class="backgrounds">
          ${choices.map(
            ({ effect, label, look }, i) => html`
              <label class="background">
                <input type="radio" name="background" value=${i} .checked=${isSame(effect, current.value)} @change=${() => void this.#choose(effect)} />
                <span class="look">${look}</span>
                <span class="label">${label}</span>
              </label>
            `,
          )}
          <button class="background add" type="button" @click=${() => this.file.click()}>
            <span class="look">${drawIcon('M12 6.5v11M6.5 12h11')}</span>
            <span class="label">${this.text('settings.background.own')}</span>
          </button>
        </div>
        <input type="file" accept="image/jpeg,image/png" hidden tabindex="-1" aria-label=${this.text('settings.background.own')} @change=${this.#chooseFile} />
        <p class="hint">${this.text('settings.background.ownHint')}</p>
        <p class=${classMap({ problem: error !== null, unseen: error === null })} role="status">
          ${error ? this.#explain(error) : isBusy ? this.text('settings.background.loading') : ''}
        </p>
      </fieldset>
    `;
  }

  #choices(): readonly Choice[] {
    const { backgrounds } = this.meeting.effects;
    return [
      { effect: { kind: 'none' }, label: this.text('settings.background.none'), look: drawIcon('M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM6 6l12 12') },
      { effect: { kind: 'blur', strength: SLIGHT }, label: this.text('settings.background.slight'), look: html`<span class="blur"></span>${icon('person')}` },
      { effect: { kind: 'blur', strength: STRONG }, label: this.text('settings.background.strong'), look: html`<span class="blur strong"></span>${icon('person')}` },
      ...backgroundNames.map((name): Choice => ({ effect: { kind: 'image', image: name }, label: this.text(`settings.background.${name}`), look: this.#picture(name) })),
      ...backgrounds.map(({ url, label }): Choice => ({ effect: { kind: 'image', image: url }, label, look: html`<img src=${url} alt="" crossorigin="anonymous" loading="lazy" />` })),
      ...this.#ownChoice(),
    ];
  }

  /** Of the image that is in use, or was last. */
  #ownChoice(): readonly Choice[] {
    const { image } = this.meeting.effects.current.value as { readonly image?: unknown };
    const used = image instanceof Blob ? image : this.own?.image;
    if (!used) return [];
    const look = this.own?.image === used ? this.own.picture : drawIcon(PICTURE);
    return [{ effect: { kind: 'image', image: used }, label: this.text('settings.background.yours'), look }];
  }

  /** Drawn once, on a canvas: a picture by address would need the page's policy to allow one. */
  #picture(name: BackgroundName): HTMLCanvasElement {
    const found = this.#pictures.get(name) ?? toCanvas(drawBackground(name, 208, 117));
    this.#pictures.set(name, found);
    return found;
  }

  #explain(error: VisioError): string {
    return error.code === 'INVALID_ARGUMENT' ? this.text('settings.background.refused') : this.errorText(error);
  }

  protected override updated(): void {
    if (this.isConnected) this.#show(this.#track);
  }

  #show(track: MediaStreamTrack | null): void {
    if (!this.video || track === this.#shown) return;
    this.#shown = track;
    this.video.srcObject = track && new MediaStream([track]);
  }

  async #choose(effect: VideoEffect): Promise<void> {
    this.fileError = null;
    await this.meeting.effects.setEffect(effect).catch(() => undefined);
    // What was prevented or failed is not chosen.
    this.requestUpdate();
    await this.updateComplete;
    const now = this.meeting.effects.current.peek();
    this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]').forEach((input, i) => {
      input.checked = isSame(this.#choices()[i]?.effect, now);
    });
  }

  readonly #chooseFile = async () => {
    const image = this.file.files?.[0];
    this.file.value = '';
    if (!image) return;
    this.fileError = null;
    try {
      await this.meeting.effects.setEffect({ kind: 'image', image });
      const bitmap = await createImageBitmap(image, { resizeWidth: 208 });
      this.own = { image, picture: toCanvas(bitmap) };
    } catch (error) {
      this.fileError = error as VisioError;
    }
  };
}

function isSame(a: VideoEffect | undefined, b: VideoEffect): boolean {
  if (a?.kind === 'blur' && b.kind === 'blur') return (a.strength ?? 0) < 0.5 === (b.strength ?? STRONG) < 0.5;
  if (a?.kind === 'image' && b.kind === 'image') return a.image === b.image;
  return a?.kind === b.kind;
}

function toCanvas(image: OffscreenCanvas | ImageBitmap): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas;
}
