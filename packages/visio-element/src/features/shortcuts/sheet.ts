import { html, nothing, type TemplateResult } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { findAction } from './actions.js';
import { ariaOf, type Chord } from './chord.js';
import type { Binding } from './config.js';
import { nameKeys } from './names.js';
import { sheetStyles } from './sheet.styles.js';
import { shortcutsOf } from './state.js';

const MEDIA = ['microphone', 'camera', 'push-to-talk'];

/**
 * The shortcuts that are in force, in words: what one can do now, and the keys for it as this system names them.
 *
 * @summary The list of keyboard shortcuts.
 */
export class VisioShortcutsSheet extends VisioElement {
  static override styles = [baseStyles, sheetStyles];

  protected override render() {
    const { bindings, config } = shortcutsOf(this.view);
    const offered = bindings.value.filter(({ action }) => findAction(this.view, action)?.isOffered(this.view));
    const isMedia = ({ action }: Binding) => MEDIA.includes(action);
    const canChange = config.value !== 'off' && this.view.contributions.value.some(({ name, dialog }) => name === 'settings' && dialog);
    return html`
      <div class="sheet">
        <p class="intro">${this.text(bindings.value.length === 0 ? 'shortcuts.off' : 'shortcuts.intro')}</p>
        ${this.#renderGroup('shortcuts.media', offered.filter(isMedia))}
        ${this.#renderGroup('shortcuts.rest', offered.filter((each) => !isMedia(each)))}
        ${canChange
          ? html`<div><button class="button" @click=${() => (this.view.dialog.value = 'settings')}>${this.text('shortcuts.change')}</button></div>`
          : nothing}
      </div>
    `;
  }

  #renderGroup(title: 'shortcuts.media' | 'shortcuts.rest', bindings: readonly Binding[]): TemplateResult | typeof nothing {
    if (bindings.length === 0) return nothing;
    return html`
      <section aria-labelledby=${title}>
        <h3 id=${title}>${this.text(title)}</h3>
        <dl>
          ${bindings.map(
            ({ action, chords }) => html`
              <div class="row">
                <dt>${findAction(this.view, action)!.words(this.view)}</dt>
                <dd>${this.#choose(chords).map((chord, i) => html`${i > 0 ? html` <span class="or">${this.text('shortcuts.or')}</span> ` : nothing}${this.#renderChord(chord)}`)}</dd>
              </div>
            `,
          )}
        </dl>
      </section>
    `;
  }

  /** The first, and one more if that is quite another. */
  #choose([first, ...others]: readonly Chord[]): readonly Chord[] {
    const simple = others.find(({ ctrl, alt, meta }) => !ctrl && !alt && !meta);
    return [first!, ...(simple ? [simple] : [])];
  }

  #renderChord(chord: Chord) {
    const { apple, layout } = shortcutsOf(this.view);
    const names = nameKeys(chord, apple, this.view.translator.value, layout);
    return html`<span class="chord" data-keys=${ariaOf(chord)}
      >${names.map(({ cap, said }, i) => html`${i > 0 ? html`<span class="plus">+</span>` : nothing}<kbd>${said ? html`<span aria-hidden="true">${cap}</span><span class="unseen">${said}</span>` : cap}</kbd>`)}</span
    >`;
  }
}
