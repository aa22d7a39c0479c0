import { html } from 'lit';
import type { LayoutMode, SelfView } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { deviceMenuStyles } from '../../shell/popup/device-menu.styles.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { HANDS } from '../callers/icons.js';
import { layoutOptionsStyles } from './layout-options.styles.js';

/** Little drawings of what each choice does. */
const ICONS: Readonly<Record<LayoutMode | SelfView, string>> = {
  auto: 'M12 3.5v4M12 16.5v4M3.5 12h4M16.5 12h4M9 12a3 3 0 1 0 6 0 3 3 0 0 0-6 0z',
  grid: 'M4 5.5h7v5.5H4zM13 5.5h7v5.5h-7zM4 13h7v5.5H4zM13 13h7v5.5h-7z',
  speaker: 'M4 4.5h16v10H4zM4 17h4.5v2.5H4zM9.8 17h4.5v2.5H9.8zM15.5 17H20v2.5h-4.5z',
  sidebar: 'M4 5h11v14H4zM17.5 5H20v3.5h-2.5zM17.5 10.3H20v3.5h-2.5zM17.5 15.5H20V19h-2.5z',
  tile: 'M4 5.5h7v13H4zM13 5.5h7v13h-7zM16.5 12.2a1.3 1.3 0 1 0 0-2.7 1.3 1.3 0 0 0 0 2.7z',
  floating: 'M4 5h16v14H4zM12.5 12.5H18v4.5h-5.5z',
  hidden: 'M4 4l16 16M4 7v12h12M9 5h11v11',
};

const MODES: readonly LayoutMode[] = ['auto', 'grid', 'speaker', 'sidebar'];
const SELF_VIEWS: readonly SelfView[] = ['tile', 'floating', 'hidden'];

/**
 * How one looks at the call: the arrangement of people, and where one sees oneself.
 *
 * @summary The choice of a layout.
 */
export class VisioLayoutOptions extends VisioElement {
  static override styles = [baseStyles, deviceMenuStyles, layoutOptionsStyles];

  protected override render() {
    const { layout } = this.meeting;
    return html`
      ${this.#renderChoice('layout', MODES, layout.mode.value, layout.setLayout)}
      ${this.#renderInterpreter()}
      ${this.view.watching.value ? '' : this.#renderChoice('selfView', SELF_VIEWS, layout.selfView.value, layout.setSelfView)}
    `;
  }

  #renderChoice<T extends LayoutMode | SelfView>(name: 'layout' | 'selfView', all: readonly T[], chosen: T, choose: (value: T) => Promise<T>) {
    return html`
      <fieldset>
        <legend>${this.text(`${name}.title`)}</legend>
        ${all.map(
          (value) => html`
            <label>
              <input type="radio" name=${name} .value=${String(value)} .checked=${value === chosen} @change=${() => void this.#choose(name, value, choose)} />
              ${drawIcon(ICONS[value])}
              <span>${this.text(`layout.${value}`)}<small>${this.text(`layout.${value}.hint`)}</small></span>
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  /** Once someone is marked, and until one no longer wants it. */
  #renderInterpreter() {
    const { interpreters, roster } = this.meeting;
    const kept = interpreters.kept.value;
    if (!kept && !interpreters.marked.value.some((id) => id !== roster.localId.value)) return '';
    return html`
      <fieldset>
        <legend>${this.text('interpreter.title')}</legend>
        <label>
          <input type="checkbox" name="interpreter" .checked=${kept} @change=${this.#keep} />
          ${drawIcon(HANDS)}
          <span>${this.text('interpreter.keep')}<small>${this.text('interpreter.hint')}</small></span>
        </label>
      </fieldset>
    `;
  }

  readonly #keep = async ({ target }: Event) => {
    const box = target as HTMLInputElement;
    const { interpreters } = this.meeting;
    await interpreters.keep(box.checked).catch(() => undefined);
    box.checked = interpreters.kept.peek();
  };

  async #choose<T extends string>(name: 'layout' | 'selfView', value: T, choose: (value: T) => Promise<T>): Promise<void> {
    await choose(value).catch(() => undefined);
    // When the host prevented it, what is the case is chosen again.
    const { mode, selfView } = this.meeting.layout;
    const now = (name === 'layout' ? mode : selfView).peek();
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>(`input[name=${name}]`)) radio.checked = radio.value === now;
  }
}
