import { html } from 'lit';
import type { DeviceKind } from 'visio-core';
import type { MeetingView } from '../../base/visio-element.js';
import { deviceChoices } from '../../ui/devices/choices.js';
import { icon, type IconName } from '../../ui/icon/icon.js';

const ICONS: Readonly<Record<DeviceKind, IconName>> = { microphone: 'mic', camera: 'camera', speaker: 'speaker' };

/** A list of the devices of one kind, with the one in use chosen. Reads signals. */
export function renderDeviceSelect(view: MeetingView, kind: DeviceKind) {
  const { chosen, choose } = view.meeting.devices;
  const text = view.translator.value.text;
  const devices = deviceChoices(view.meeting, kind);
  const known = devices.some(({ id }) => id === chosen(kind).value) ? chosen(kind).value : '';

  async function onChange({ target }: Event): Promise<void> {
    const select = target as HTMLSelectElement;
    await choose(kind, select.value).catch(() => undefined);
    // Prevented or failed: what is in use is chosen again.
    select.value = chosen(kind).peek();
  }

  return html`
    <label class="field">
      ${text(`device.${kind}`)}
      <span class="select">
        <select @change=${onChange}>
          <option value="" .selected=${known === ''}>${text('device.default')}</option>
          ${devices.map(({ id, label }) => html`<option value=${id} .selected=${id === known}>${label}</option>`)}
        </select>
        ${icon(ICONS[kind])}${icon('chevron')}
      </span>
    </label>
  `;
}
