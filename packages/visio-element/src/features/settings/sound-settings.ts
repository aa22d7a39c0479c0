import { css, html, nothing } from 'lit';
import { query } from '../../base/decorators.js';
import { meterLevel, type MicrophoneProcessing } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { deviceChoices } from '../../ui/devices/choices.js';
import { formStyles } from '../../ui/form/form.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { renderDeviceSelect } from './device-select.js';
import { settingsPageStyles } from './settings.styles.js';

const PROCESSING = ['noiseSuppression', 'echoCancellation', 'autoGainControl'] as const satisfies readonly (keyof MicrophoneProcessing)[];

/**
 * Microphone with its level, speaker with a test sound, and what the browser does to the sound. The level can be seen while
 * one is muted: only here, and the room gets nothing of it.
 *
 * @summary The settings of sound.
 */
export class VisioSoundSettings extends VisioElement {
  static override styles = [
    baseStyles,
    formStyles,
    settingsPageStyles,
    css`
      .meter {
        block-size: 8px;
        border-radius: 4px;
        background: var(--_color-control);
        overflow: hidden;
      }

      .meter span {
        display: block;
        block-size: 100%;
        border-radius: 4px;
        background: var(--_color-success-text);
        transform-origin: 0 50%;
        scale: var(--level, 0) 1;
        transition: scale var(--_time) linear;
      }

      .meter:dir(rtl) span {
        transform-origin: 100% 50%;
      }

      .test {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--_space-2) var(--_space-3);
      }

      @media (forced-colors: active) {
        .meter {
          border: 1px solid CanvasText;
        }

        .meter span {
          background: Highlight;
        }
      }
    `,
  ];

  @query('.meter') private meter!: HTMLElement | null;

  /** What the room's microphone is, and the copy of it that is measured. */
  #microphone: MediaStreamTrack | null = null;
  #metered: MediaStreamTrack | null = null;
  #stopMeter: (() => void) | undefined;
  #toldAt = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#measure(null);
    });
  }

  protected override render() {
    const { microphone } = this.meeting;
    this.#microphone = microphone.track.value;
    const error = microphone.error.value;
    return html`
      <div class="form">
        <section>
          ${renderDeviceSelect(this.view, 'microphone')}
          <div
            class="meter"
            role=${'meter' as 'progressbar'}
            aria-label=${this.text('device.level')}
            aria-valuemin="0"
            aria-valuemax="100"
            aria-valuenow="0"
          >
            <span></span>
          </div>
          ${this.#microphone
            ? microphone.wanted.value
              ? nothing
              : html`<p class="hint">${this.text('settings.muted')}</p>`
            : html`<p class="hint">${this.text('settings.microphoneOff')}</p>`}
          <p class="problem" role="status">${error ? this.errorText(error) : ''}</p>
        </section>
        ${this.#renderSpeaker()}
        <fieldset>
          <legend>${this.text('settings.processing')}</legend>
          ${PROCESSING.map((name) => this.#renderSwitch(name))}
        </fieldset>
      </div>
    `;
  }

  #renderSpeaker() {
    const { testSpeaker } = this.meeting.devices;
    const isPlaying = testSpeaker.pending.value;
    const error = testSpeaker.error.value;
    return html`
      <section>
        ${deviceChoices(this.meeting, 'speaker').length > 0
          ? renderDeviceSelect(this.view, 'speaker')
          : html`<h3>${this.text('device.speaker')}</h3><p class="hint">${this.text('settings.speakerBySystem')}</p>`}
        <div class="test">
          <button class="button" type="button" aria-disabled=${isPlaying} @click=${this.#test}>
            ${icon('speaker')}<span>${this.text(isPlaying ? 'settings.testing' : 'settings.test')}</span>
          </button>
          <p class="problem" role="status">${error ? this.errorText(error) : ''}</p>
        </div>
      </section>
    `;
  }

  #renderSwitch(name: (typeof PROCESSING)[number]) {
    const { processing, setProcessing } = this.meeting.microphone;
    const change = async ({ target }: Event) => {
      const input = target as HTMLInputElement;
      await setProcessing({ [name]: input.checked }).catch(() => undefined);
      input.checked = processing.peek()[name];
    };
    return html`
      <label class="row">
        <span>${this.text(`settings.${name}`)}<span class="hint" id=${name}>${this.text(`settings.${name}.hint`)}</span></span>
        <input
          type="checkbox"
          class="switch"
          aria-label=${this.text(`settings.${name}`)}
          aria-describedby=${name}
          .checked=${processing.value[name]}
          @change=${change}
        />
      </label>
    `;
  }

  protected override updated(): void {
    if (this.isConnected) this.#measure(this.#microphone);
  }

  #measure(track: MediaStreamTrack | null): void {
    if (track === this.#metered) return;
    this.#stopMeter?.();
    this.#stopMeter = undefined;
    this.#metered = track;
    this.#showLevel(0);
    if (!track) return;
    // A track that is muted is silent here, too; its copy is not.
    const copy = track.clone();
    copy.enabled = true;
    try {
      const stop = untracked(() => meterLevel(copy, this.#showLevel));
      this.#stopMeter = () => {
        stop();
        copy.stop();
      };
    } catch {
      // No Web Audio here: the meter rests.
      copy.stop();
    }
  }

  readonly #showLevel = (level: number) => {
    if (!this.meter) return;
    this.meter.style.setProperty('--level', level.toFixed(2));
    if (performance.now() - this.#toldAt < 1000) return;
    this.#toldAt = performance.now();
    this.meter.setAttribute('aria-valuenow', String(Math.round(level * 100)));
  };

  readonly #test = () => {
    const { testSpeaker } = this.meeting.devices;
    if (!testSpeaker.pending.peek()) void testSpeaker().catch(() => undefined);
  };
}
