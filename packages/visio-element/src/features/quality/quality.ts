import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { DataMode } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { choiceStyles } from '../../ui/choice/choice.styles.js';
import { signalIcon } from '../../ui/icon/signal.js';
import { bytes } from '../../base/measures.js';
import { qualityStyles } from './quality.styles.js';

const MODES: readonly DataMode[] = ['normal', 'low-data', 'audio-only'];

/**
 * How good the own connection is, how much the meeting may carry, and how much it has carried.
 *
 * @summary The own connection, and the choice of how much data a meeting uses.
 */
export class VisioQuality extends VisioElement {
  static override styles = [baseStyles, choiceStyles, qualityStyles];

  /** What was chosen and is not confirmed yet: a choice does not jump back and forth. */
  #asked: DataMode | null = null;

  protected override render() {
    const { quality, camera } = this.meeting;
    const own = quality.own.value;
    const mode = quality.dataMode.value;
    const error = quality.setDataMode.error.value;
    return html`
      <p class="own ${own}">${signalIcon(own)}<span>${this.text(`quality.own.${own}`)}</span></p>
      <fieldset aria-busy=${quality.setDataMode.pending.value}>
        <legend>${this.text('quality.mode')}</legend>
        ${MODES.map(
          (each) => html`
            <label class="choice">
              <input type="radio" name="mode" value=${each} .checked=${live((this.#asked ?? mode) === each)} @change=${() => void this.#choose(each)} />
              <span class="words">
                <span class="name">${this.text(`quality.mode.${each}`)}</span>
                <span class="hint">${this.text(`quality.mode.${each}.hint`)}</span>
              </span>
            </label>
          `,
        )}
      </fieldset>
      <div role="status">
        ${error ? html`<p class="error">${this.errorText(error)}</p>` : nothing}
        ${mode !== 'normal' && camera.enabled.value
          ? html`
              <div class="offer">
                <p>${this.text('quality.cameraOn')}</p>
                <button class="button" type="button" @click=${() => void camera.setEnabled(false).catch(() => undefined)}>
                  ${this.text('control.camera.off')}
                </button>
              </div>
            `
          : nothing}
      </div>
      ${this.#renderBytes()}
    `;
  }

  #renderBytes() {
    const report = this.meeting.statistics.latest.value;
    if (!report) return nothing;
    const { language } = this.view.translator.value;
    return html`
      <p class="bytes">
        ${this.text('quality.bytes', { sent: bytes(language, report.sent.bytes), received: bytes(language, report.received.bytes) })}
      </p>
    `;
  }

  async #choose(mode: DataMode): Promise<void> {
    this.#asked = mode;
    await this.meeting.quality.setDataMode(mode).catch(() => undefined);
    // Prevented or failed: what holds is chosen again.
    if (this.#asked === mode) this.#asked = null;
    this.requestUpdate();
  }
}
