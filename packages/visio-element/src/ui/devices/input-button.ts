import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { classMap } from '../../base/class-map.js';
import type { MeetingView } from '../../base/visio-element.js';
import { icon } from '../icon/icon.js';

/** The button that turns one's microphone or camera on and off. Its name says what it will do, `keys` what else does it. Reads signals. */
export function inputButton({ meeting, translator }: MeetingView, kind: 'microphone' | 'camera', keys?: string) {
  const { enabled, wanted, toggle } = meeting[kind];
  // What a click turns round is the wish; `aria-busy` tells that the room has not followed yet.
  const isOn = wanted.value;
  const name = translator.value.text(`control.${kind}.${isOn ? 'off' : 'on'}`);
  const drawing = kind === 'camera' ? 'camera' : 'mic';
  return html`
    <button
      class=${classMap({ button: true, control: true, off: !isOn })}
      aria-label=${name}
      title=${name}
      aria-busy=${enabled.value !== isOn}
      aria-keyshortcuts=${ifDefined(keys)}
      @click=${() => void toggle().catch(() => undefined)}
    >
      ${icon(isOn ? drawing : `${drawing}-off`, 24)}
    </button>
  `;
}
