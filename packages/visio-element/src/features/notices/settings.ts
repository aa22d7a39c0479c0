import { html } from 'lit';
import type { TextKey } from 'visio-core/i18n';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { formStyles } from '../../ui/form/form.styles.js';

const KINDS = ['join', 'leave', 'hand', 'message', 'share'] as const;

/** What screen readers say, and the words for it. */
const SPEECH = {
  sayPeople: 'notices.speech.people',
  sayHands: 'notices.speech.hands',
  sayMessages: 'notices.speech.messages',
  saySpeakers: 'notices.speech.speakers',
  sayRecording: 'notices.speech.recording',
} as const;

type Spoken = keyof typeof SPEECH;
type Name = (typeof KINDS)[number] | 'sounds' | Spoken;

/**
 * What one wants to be told of, and how: which notices are shown, whether sounds go with them, and what screen readers say.
 *
 * @summary The page of the settings about notices.
 */
export class VisioNoticesSettings extends VisioElement {
  static override styles = [baseStyles, formStyles];

  protected override render() {
    return html`
      <div class="form">
        <fieldset aria-describedby="thin">
          <legend>${this.text('notices.show')}</legend>
          ${KINDS.map((kind) => this.#renderSwitch(kind, `notices.show.${kind}`))}
          <p class="hint" id="thin">${this.text('notices.thin')}</p>
        </fieldset>
        <fieldset aria-describedby="sounds">
          <legend>${this.text('notices.sounds')}</legend>
          ${this.#renderSwitch('sounds', 'notices.sounds.on')}
          <p class="hint" id="sounds">${this.text('notices.sounds.hint')}</p>
        </fieldset>
        <fieldset>
          <legend>${this.text('notices.speech')}</legend>
          ${(Object.keys(SPEECH) as Spoken[]).map((name) => this.#renderSwitch(name, SPEECH[name]))}
        </fieldset>
      </div>
    `;
  }

  #renderSwitch(name: Name, key: TextKey) {
    const isOn = this.meeting.notices.preferences.value[name];
    return html`
      <label class="row">
        <span>${this.text(key)}</span>
        <input class="switch" type="checkbox" name=${name} .checked=${isOn} @change=${(event: Event) => void this.#change(name, event.target as HTMLInputElement)} />
      </label>
    `;
  }

  async #change(name: Name, field: HTMLInputElement): Promise<void> {
    const { preferences, setPreferences } = this.meeting.notices;
    await setPreferences({ [name]: field.checked }).catch(() => undefined);
    // Prevented: what holds is shown again.
    field.checked = preferences.peek()[name];
  }
}
