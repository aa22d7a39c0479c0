import { html } from 'lit';
import type { LayoutMode, SelfView } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { deviceMenuStyles } from '../../shell/popup/device-menu.styles.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { layoutOptionsStyles } from './layout-options.styles.js';

/** Little drawings of what each choice does. */
export const LAYOUT_ICONS: Readonly<Record<LayoutMode | SelfView, string>> = {
  auto: 'M12 3.5V6.5M12 17.5V20.5M3.5 12H6.5M17.5 12H20.5R9 9 15 15 12',
  grid: 'R4 5.5 10.5 10.5 1R13.5 5.5 20 10.5 1R4 13.5 10.5 18.5 1R13.5 13.5 20 18.5 1',
  speaker: 'R4 4.5 20 15 1.5M4.5 19H7.5M10.5 19H13.5M16.5 19H19.5',
  sidebar: 'R4 5 15.5 19 1.5M19.5 5.5V8.5M19.5 10.5V13.5M19.5 15.5V18.5',
  tile: 'R4 5.5 10.5 18.5 1.5R13.5 5.5 20 18.5 1.5R16.2 11.4 17.4 12.6 12',
  floating: 'R3.5 5 20.5 19 2M12.5 15.5V12H17.5V15.5H12.5',
  hidden: 'M4 4L20 20M4 7.5V17Q4 19 6 19H15.5M9 5H18Q20 5 20 7V16',
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
              ${drawIcon(LAYOUT_ICONS[value])}
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
          ${icon('interpreter')}
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
