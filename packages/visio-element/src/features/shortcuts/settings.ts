import { html } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { formStyles } from '../../ui/form/form.styles.js';
import { PROFILES } from './profiles.js';
import { shortcutsOf } from './state.js';

const CHOICES = [...PROFILES, 'off'] as const;

/**
 * Whose shortcuts one uses, or that one uses none.
 *
 * @summary The page of the settings about shortcuts.
 */
export class VisioShortcutsSettings extends VisioElement {
  static override styles = [baseStyles, formStyles];

  protected override render() {
    const { config, choice, choose } = shortcutsOf(this.view);
    if (config.value === 'off') return html`<div class="form"><p>${this.text('shortcuts.hostOff')}</p></div>`;
    const wanted = typeof config.value === 'object' ? (config.value.profile ?? 'visio') : config.value;
    const chosen = choice.value || wanted;
    return html`
      <div class="form">
        <fieldset>
          <legend>${this.text('shortcuts.choose')}</legend>
          ${CHOICES.map(
            (each) => html`
              <label class="row">
                <input type="radio" name="profile" .value=${each} .checked=${each === chosen} @change=${() => choose(each)} />
                <span>${this.text(`shortcuts.profile.${each}`)}</span>
              </label>
            `,
          )}
        </fieldset>
        <div>
          <button class="button" @click=${() => (this.view.dialog.value = 'shortcuts')}>${this.text('shortcuts.title')}</button>
        </div>
      </div>
    `;
  }
}
