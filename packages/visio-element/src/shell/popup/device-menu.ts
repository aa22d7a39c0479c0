import { html, nothing } from 'lit';
import { property } from '../../base/decorators.js';
import type { DeviceKind } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { deviceChoices } from '../../ui/devices/choices.js';
import { icon, type IconName } from '../../ui/icon/icon.js';
import { deviceMenuStyles } from './device-menu.styles.js';

const ICONS: Readonly<Record<DeviceKind, IconName>> = { microphone: 'mic', camera: 'camera', speaker: 'speaker' };

/**
 * The devices to choose from: microphone and speaker, or camera.
 *
 * @summary The choice of devices in a call.
 */
export class VisioDeviceMenu extends VisioElement {
  static override styles = [baseStyles, deviceMenuStyles];

  @property() kind: 'microphone' | 'camera' = 'microphone';

  protected override render() {
    const hasSpeakers = this.kind === 'microphone' && deviceChoices(this.meeting, 'speaker').length > 0;
    return html`${this.#renderDevices(this.kind)}${hasSpeakers ? this.#renderDevices('speaker') : nothing}`;
  }

  #renderDevices(kind: DeviceKind) {
    const chosen = this.meeting.devices.chosen(kind).value;
    const devices = [{ id: '', label: this.text('device.default') }, ...deviceChoices(this.meeting, kind)];
    const known = devices.some(({ id }) => id === chosen);
    return html`
      <fieldset>
        <legend>${icon(ICONS[kind])}${this.text(`device.${kind}`)}</legend>
        ${devices.map(
          ({ id, label }) => html`
            <label>
              <input
                type="radio"
                name=${kind}
                .value=${id}
                .checked=${known ? id === chosen : id === ''}
                @change=${() => void this.#choose(kind, id)}
              />
              ${label || this.text(`device.${kind}`)}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  async #choose(kind: DeviceKind, id: string): Promise<void> {
    const { choose, chosen } = this.meeting.devices;
    await choose(kind, id).catch(() => undefined);
    // Prevented or failed: what is in use is chosen again.
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>(`input[name=${kind}]`)) {
      radio.checked = radio.value === chosen(kind).peek();
    }
  }
}
