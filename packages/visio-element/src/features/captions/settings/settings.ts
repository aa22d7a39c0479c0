import { html, nothing } from 'lit';
import type { CaptionPreferences } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import { VisioElement } from '../../../base/visio-element.js';
import { baseStyles } from '../../../theme/base.styles.js';
import { formStyles } from '../../../ui/form/form.styles.js';
import { lookOf, lookStyles } from '../look.js';
import { captionsSettingsStyles } from './settings.styles.js';

/** What there is to choose, each with its words. The first of each is not always the default. */
const CHOICES = {
  size: { small: 'captions.size.small', medium: 'captions.size.medium', large: 'captions.size.large', huge: 'captions.size.huge' },
  colors: {
    'white-on-black': 'captions.colors.whiteOnBlack',
    'yellow-on-black': 'captions.colors.yellowOnBlack',
    'black-on-white': 'captions.colors.blackOnWhite',
    'black-on-yellow': 'captions.colors.blackOnYellow',
  },
  background: { translucent: 'captions.background.translucent', solid: 'captions.background.solid' },
  place: { bottom: 'captions.place.bottom', top: 'captions.place.top' },
} as const satisfies { readonly [Name in Exclude<keyof CaptionPreferences, 'spoken'>]: Readonly<Record<CaptionPreferences[Name], TextKey>> };

type Name = keyof typeof CHOICES;

/**
 * How one reads captions: their size, colours, background and place, with a sample that shows it.
 *
 * @summary The page of the settings about captions.
 */
export class VisioCaptionsSettings extends VisioElement {
  static override styles = [baseStyles, formStyles, lookStyles, captionsSettingsStyles];

  protected override render() {
    const preferences = this.meeting.captions.preferences.value;
    return html`
      <div class="form">
        <div class="stand">
          <div class=${lookOf(preferences)}><span class="name">${this.text('captions.sampleName')}</span>${this.text('captions.sample')}</div>
        </div>
        ${(Object.keys(CHOICES) as Name[]).map((name) => this.#renderChoice(name, preferences))}
        <fieldset aria-describedby="spoken">
          <legend>${this.text('captions.speech')}</legend>
          <label class="row">
            <span>${this.text('captions.spoken')}</span>
            <input class="switch" type="checkbox" name="spoken" .checked=${preferences.spoken} @change=${({ target }: Event) => void this.#change({ spoken: (target as HTMLInputElement).checked })} />
          </label>
          <p class="hint" id="spoken">${this.text('captions.spokenHint')}</p>
        </fieldset>
      </div>
    `;
  }

  #renderChoice(name: Name, preferences: CaptionPreferences) {
    return html`
      <fieldset>
        <legend>${this.text(`captions.${name}`)}</legend>
        ${Object.entries<TextKey>(CHOICES[name]).map(
          ([value, words]) => html`
            <label class="row">
              <input type="radio" name=${name} value=${value} .checked=${preferences[name] === value} @change=${() => void this.#change({ [name]: value })} />
              <span>${this.text(words)}</span>
              ${name === 'colors' ? html`<span class="swatch look ${value} solid" aria-hidden="true">Aa</span>` : nothing}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  async #change(changes: Partial<CaptionPreferences>): Promise<void> {
    await this.meeting.captions.setPreferences(changes).catch(() => undefined);
    // Prevented: what holds is shown again.
    const preferences = this.meeting.captions.preferences.peek();
    for (const field of this.renderRoot.querySelectorAll('input')) {
      field.checked = field.type === 'radio' ? preferences[field.name as Name] === field.value : preferences.spoken;
    }
  }
}
