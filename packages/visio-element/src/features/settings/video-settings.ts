import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { backgroundNames, drawBackground, isVisioError, type BackgroundLibrary, type BackgroundName, type LibraryImage, type VideoEffect, type VisioError } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { formStyles } from '../../ui/form/form.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { renderDeviceSelect } from './device-select.js';
import { settingsPageStyles } from './settings.styles.js';
import { videoSettingsStyles } from './video-settings.styles.js';

const SLIGHT = 0.2;
const STRONG = 0.8;

/** A picture that cannot be shown. */
export const PICTURE = 'R3 5 21 19 2.5M3.5 16.5l4.6-4.6c.6-.6 1.5-.6 2.1 0l6.6 6.6M15.5 9.5H15.6';

export const ADD = 'M12 6.5V17.5M6.5 12H17.5';
export const UPLOAD = 'M12 16V5M8 9L12 5L16 9M5 19.5H19';
export const NONE = 'R3.5 3.5 20.5 20.5 12M6 6L18 18';
export const BIN = 'M3.375 6.375H20.625M8.625 6.375V2.625H15.375V6.375M6.375 6.375L7.125 20.625H16.875L17.625 6.375M12 10.875V16.125';

/** How wide the pictures are that backgrounds are chosen by, in pixels. */
const WIDTH = 208;

/** What is the host's wish, or nobody's concern any more. */
const SILENT: readonly string[] = ['VETOED', 'COMMAND_DISABLED'];

/** One of the backgrounds to choose from. */
interface Choice {
  /** `null`: still to be fetched. */
  readonly effect: VideoEffect | null;
  readonly label: string;
  readonly look: unknown;
  /** The one that the backend keeps. */
  readonly kept?: LibraryImage;
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
  @state() private own: Blob | null = null;
  @state() private fileError: VisioError | null = null;
  /** What the backend keeps, once that is known. */
  @state() private library: BackgroundLibrary | null = null;
  /** What went wrong with it, in words. */
  @state() private libraryTrouble = '';
  /** The one that is to be deleted, if the person is sure. */
  @state() private doomed: LibraryImage | null = null;

  readonly #pictures = new Map<BackgroundName, HTMLCanvasElement>();
  /** Small ones of images; `null` while it is being made, and of what is no image. */
  readonly #thumbnails = new WeakMap<Blob, HTMLCanvasElement | null>();
  /** Whether the file that is being chosen is for the library. */
  #isForLibrary = false;
  #track: MediaStreamTrack | null = null;
  #shown: MediaStreamTrack | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.updateComplete.then(() => this.#openLibrary());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#show(null);
      this.library?.release();
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
    const { setEffect } = this.meeting.effects;
    const failure = this.fileError ?? setEffect.error.value;
    // What is tried again has not failed yet.
    const error = isBusy ? null : failure;
    const choices = this.#choices();
    return html`
      <fieldset aria-busy=${isBusy}>
        <legend>${this.text('settings.background')}</legend>
        <div class="backgrounds">
          ${choices.map((choice, i) => this.#renderChoice(choice, i))}
          <button class="background add" type="button" @click=${() => this.#pick(false)}>
            <span class="look">${drawIcon(ADD)}</span>
            <span class="label">${this.text('settings.background.own')}</span>
          </button>
          ${this.library?.free.value
            ? html`
                <button class="background add keep" type="button" aria-disabled=${this.library.add.pending.value} @click=${() => this.#pick(true)}>
                  <span class="look">${this.library.add.pending.value ? html`<span class="spinner"></span>` : drawIcon(UPLOAD)}</span>
                  <span class="label">${this.text('settings.background.add')}</span>
                </button>
              `
            : nothing}
        </div>
        <input type="file" accept="image/jpeg,image/png" hidden tabindex="-1" aria-label=${this.text('settings.background.own')} @change=${this.#chooseFile} />
        ${this.doomed ? this.#renderDoom(this.doomed) : nothing}
        <p class="hint">${this.text('settings.background.ownHint')}</p>
        <p class=${classMap({ problem: error !== null, unseen: error === null })} role="status">
          ${error ? this.#explain(error) : isBusy ? this.text('settings.background.loading') : ''}
        </p>
        ${this.library ? this.#renderLibraryState(this.library) : nothing}
      </fieldset>
    `;
  }

  #renderChoice({ effect, label, look, kept }: Choice, i: number) {
    const choice = html`
      <label class="background">
        <input type="radio" name="background" value=${i} .checked=${isSame(effect, this.meeting.effects.current.value)} @change=${() => void this.#choose(i)} />
        <span class="look">${look}</span>
        <span class="label">${label}</span>
      </label>
    `;
    if (!kept) return choice;
    const name = this.text('settings.background.remove', { name: label });
    const isGoing = this.library!.remove.pending.value;
    return html`<div class="kept">
      ${choice}<button class="remove" type="button" aria-label=${name} title=${name} ?disabled=${isGoing} @click=${() => (this.doomed = kept)}>${drawIcon(BIN, 16)}</button>
    </div>`;
  }

  #renderDoom(image: LibraryImage) {
    return html`
      <div class="doom" role="group" aria-labelledby="doom">
        <p id="doom">${this.text('settings.background.removeSure', { name: this.#nameOf(image) })}</p>
        <button class="button" type="button" @click=${() => void this.#endDoom()}>${this.text('moderation.remove.cancel')}</button>
        <button class="button danger" type="button" @click=${() => void this.#remove(image)}>${this.text('moderation.remove.confirm')}</button>
      </div>
    `;
  }

  #renderLibraryState({ images, free, refresh, add, remove }: BackgroundLibrary) {
    const isBusy = refresh.pending.value || add.pending.value || remove.pending.value;
    const trouble = isBusy ? '' : this.libraryTrouble;
    return html`
      ${free.value > 0
        ? html`<p class="hint">${this.text('settings.background.addHint')}</p>`
        : images.value.length > 0
          ? html`<p class="hint">${this.text('settings.background.full')}</p>`
          : nothing}
      <p class=${classMap({ problem: trouble !== '', library: true, unseen: trouble === '' })} role="status">
        ${trouble || (add.pending.value ? this.text('settings.background.adding') : refresh.pending.value ? this.text('settings.background.fetching') : '')}
      </p>
    `;
  }

  #choices(): readonly Choice[] {
    const { backgrounds } = this.meeting.effects;
    return [
      { effect: { kind: 'none' }, label: this.text('settings.background.none'), look: drawIcon(NONE) },
      { effect: { kind: 'blur', strength: SLIGHT }, label: this.text('settings.background.slight'), look: html`<span class="blur"></span>${icon('person', 40)}` },
      { effect: { kind: 'blur', strength: STRONG }, label: this.text('settings.background.strong'), look: html`<span class="blur strong"></span>${icon('person', 40)}` },
      ...backgroundNames.map((name): Choice => ({ effect: { kind: 'image', image: name }, label: this.text(`settings.background.${name}`), look: this.#picture(name) })),
      ...backgrounds.map(({ url, label }): Choice => ({ effect: { kind: 'image', image: url }, label, look: html`<img src=${url} alt="" crossorigin="anonymous" loading="lazy" />` })),
      ...(this.library?.images.value ?? []).map((kept): Choice => {
        const look = kept.image ? this.#thumbnail(kept.image) : kept.error ? drawIcon(PICTURE) : html`<span class="spinner"></span>`;
        return { effect: kept.image && { kind: 'image', image: kept.image }, label: this.#nameOf(kept), look, kept };
      }),
      ...this.#ownChoice(),
    ];
  }

  #nameOf({ name }: LibraryImage): string {
    return name || this.text('settings.background.yours');
  }

  /** Of the image that is in use, or was last. */
  #ownChoice(): readonly Choice[] {
    const { image } = this.meeting.effects.current.value as { readonly image?: unknown };
    const used = image instanceof Blob ? image : this.own;
    if (!used || this.library?.images.value.some((one) => one.image === used)) return [];
    return [{ effect: { kind: 'image', image: used }, label: this.text('settings.background.yours'), look: this.#thumbnail(used) }];
  }

  /** As soon as it is made; until then, and of what is no image, a sign for one. */
  #thumbnail(image: Blob): unknown {
    if (!this.#thumbnails.has(image)) {
      this.#thumbnails.set(image, null);
      createImageBitmap(image, { resizeWidth: WIDTH }).then(
        (bitmap) => {
          this.#thumbnails.set(image, toCanvas(bitmap));
          this.requestUpdate();
        },
        () => undefined,
      );
    }
    return this.#thumbnails.get(image) ?? drawIcon(PICTURE);
  }

  /** Drawn once, on a canvas: a picture by address would need the page's policy to allow one. */
  #picture(name: BackgroundName): HTMLCanvasElement {
    const found = this.#pictures.get(name) ?? toCanvas(drawBackground(name, WIDTH, 117));
    this.#pictures.set(name, found);
    return found;
  }

  #explain(error: VisioError): string {
    return error.code === 'INVALID_ARGUMENT' ? this.text('settings.background.refused') : this.errorText(error);
  }

  protected override updated(changed: PropertyValues): void {
    if (this.isConnected) this.#show(this.#track);
    if (!changed.has('doomed') || !this.doomed) return;
    const doom = this.renderRoot.querySelector<HTMLElement>('.doom')!;
    doom.scrollIntoView({ block: 'nearest' });
    doom.querySelector('button')!.focus();
  }

  #show(track: MediaStreamTrack | null): void {
    if (!this.video || track === this.#shown) return;
    this.#shown = track;
    this.video.srcObject = track && new MediaStream([track]);
  }

  async #choose(i: number): Promise<void> {
    const choice = this.#choices()[i]!;
    this.fileError = null;
    this.libraryTrouble = '';
    const effect = choice.effect ?? (await this.#fetch(choice.kept!));
    if (effect) await this.meeting.effects.setEffect(effect).catch(() => undefined);
    // What was prevented or failed is not chosen.
    this.requestUpdate();
    await this.updateComplete;
    const now = this.meeting.effects.current.peek();
    this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]').forEach((input, i) => {
      input.checked = isSame(this.#choices()[i]?.effect, now);
    });
  }

  async #fetch(kept: LibraryImage): Promise<VideoEffect | null> {
    try {
      const image = await this.library!.load(kept.id);
      if (image) return { kind: 'image', image };
      this.libraryTrouble = this.text('settings.background.gone', { name: this.#nameOf(kept) });
    } catch (error) {
      this.#tellTrouble(error);
    }
    return null;
  }

  async #openLibrary(): Promise<void> {
    const { effects } = this.meeting;
    if (!effects.available || !this.isConnected) return;
    try {
      this.library = await effects.library();
      // It may be closed again by now.
      if (this.isConnected) await this.library.refresh();
    } catch (error) {
      if (isVisioError(error) && SILENT.includes(error.code)) return;
      this.libraryTrouble = this.text('settings.background.unfetched');
    }
  }

  async #add(file: File): Promise<void> {
    try {
      const { image } = await this.library!.add(file);
      if (image) await this.meeting.effects.setEffect({ kind: 'image', image }).catch(() => undefined);
    } catch (error) {
      this.#tellTrouble(error);
    }
  }

  async #remove(image: LibraryImage): Promise<void> {
    await this.#endDoom();
    this.libraryTrouble = '';
    await this.library!.remove(image.id).catch((error: unknown) => this.#tellTrouble(error));
  }

  /** The focus goes where it is not lost, whether or not the image stays. */
  async #endDoom(): Promise<void> {
    this.doomed = null;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.add')?.focus();
  }

  #tellTrouble(error: unknown): void {
    if (!isVisioError(error)) this.libraryTrouble = this.text('settings.background.unfetched');
    else if (!SILENT.includes(error.code)) this.libraryTrouble = this.#explain(error);
  }

  #pick(isForLibrary: boolean): void {
    if (isForLibrary && this.library!.add.pending.peek()) return;
    this.#isForLibrary = isForLibrary;
    this.file.click();
  }

  readonly #chooseFile = async () => {
    const image = this.file.files?.[0];
    this.file.value = '';
    if (!image) return;
    this.fileError = null;
    this.libraryTrouble = '';
    if (this.#isForLibrary) return this.#add(image);
    try {
      await this.meeting.effects.setEffect({ kind: 'image', image });
      this.own = image;
    } catch (error) {
      this.fileError = error as VisioError;
    }
  };
}

function isSame(a: VideoEffect | null | undefined, b: VideoEffect): boolean {
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
