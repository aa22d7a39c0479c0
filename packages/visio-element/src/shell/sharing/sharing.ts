import { html, nothing, type PropertyValues } from 'lit';
import { query } from '../../base/decorators.js';
import type { ScreenHint } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { hasRest } from '../../base/rest-texts.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { sharingStyles } from './sharing.styles.js';

const HINTS: readonly ScreenHint[] = ['text', 'motion'];

/**
 * Tells a person that their screen is shared, with a small picture of it and whether its sound goes with it, and lets
 * them choose between sharp text and fluent motion, and stop. Who shares the very tab of the meeting is warned instead
 * of shown it: that picture holds itself without end.
 *
 * @summary The strip over the stage while the own screen is shared.
 *
 * @csspart sharing - All of it.
 */
export class VisioSharing extends VisioElement {
  static override styles = [baseStyles, sharingStyles];

  @query('video') private video!: HTMLVideoElement | null;

  /** What shows the picture now, and what ends that. */
  #shown: HTMLVideoElement | null = null;
  #release: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#detach();
    });
  }

  protected override render() {
    const { enabled, isSelf, hasSound, setEnabled } = this.meeting.screenShare;
    if (!enabled.value || !hasRest(this)) return nothing;
    const mirrors = isSelf.value;
    return html`
      <div class="sharing" part="sharing" role="group" aria-label=${this.text('stage.sharing')}>
        ${mirrors
          ? nothing
          : html`<video tabindex="-1" playsinline autoplay .muted=${true} aria-hidden="true"></video>`}
        <div class="words">
          <p>${icon('screen')}<span>${this.text('stage.sharing')}</span></p>
          ${hasSound.value ? html`<p class="sound">${icon('speaker')}<span>${this.text('sharing.sound')}</span></p>` : nothing}
        </div>
        ${this.#renderHints()}
        <button class="button stop" aria-busy=${setEnabled.pending.value} @click=${() => void setEnabled(false).catch(() => undefined)}>
          ${this.text('control.screen.stop')}
        </button>
        <div class="warning" role="alert">
          ${mirrors
            ? html`
                <p>${icon('alert')}${this.text('sharing.self')}</p>
                <button class="button" @click=${() => void this.#chooseAgain()}>${this.text('sharing.chooseAgain')}</button>
              `
            : nothing}
        </div>
      </div>
    `;
  }

  #renderHints() {
    const { options, setOptions } = this.meeting.screenShare;
    const { hint } = options.value;
    return html`
      <fieldset aria-busy=${setOptions.pending.value}>
        <legend class="unseen">${this.text('sharing.hint')}</legend>
        ${HINTS.map(
          (each) => html`
            <label title=${this.text(`sharing.hint.${each}.why`)}>
              <input type="radio" name="hint" .value=${each} .checked=${each === hint} @change=${() => void this.#choose(each)} />
              <span>${this.text(`sharing.hint.${each}`)}</span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('view')) this.#detach();
    if (this.video === this.#shown || !this.isConnected) return;
    this.#detach();
    const { video } = this;
    const id = this.meeting.roster.localId.peek();
    if (!video || id === null) return;
    this.#shown = video;
    this.#release = untracked(() => this.meeting.attach(id, 'screen_share', video));
  }

  #detach(): void {
    this.#release?.();
    this.#release = undefined;
    this.#shown = null;
  }

  async #choose(hint: ScreenHint): Promise<void> {
    const { options, setOptions } = this.meeting.screenShare;
    await setOptions({ hint }).catch(() => undefined);
    // Prevented or failed: what is in use is chosen again.
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>('input')) radio.checked = radio.value === options.peek().hint;
  }

  async #chooseAgain(): Promise<void> {
    const { setEnabled } = this.meeting.screenShare;
    try {
      await setEnabled(false);
      await setEnabled(true);
    } catch {
      // The notices tell of it.
    }
  }
}
