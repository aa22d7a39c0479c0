import { html, type PropertyValues } from 'lit';
import { query } from '../../base/decorators.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { titleStyles } from '../../ui/title/title.styles.js';
import { dialogStyles } from './check-dialog.styles.js';

/**
 * A check in a dialog of its own, for the lobby: a call has its own place for dialogs. It opens when it is put into
 * the page, and goes when it is closed.
 *
 * @summary The check of connection and devices, over the lobby.
 */
export class VisioCheckDialog extends VisioElement {
  static override styles = [baseStyles, titleStyles, dialogStyles];

  @query('dialog') private dialog!: HTMLDialogElement;

  protected override render() {
    const close = this.text('panel.close');
    return html`
      <dialog aria-labelledby="title" @close=${() => this.remove()} @pointerdown=${this.#onPress}>
          <header>
            <h2 id="title">${this.text('check.title')}</h2>
            <button class="button square" type="button" aria-label=${close} title=${close} @click=${() => this.dialog.close()}>${icon('close')}</button>
          </header>
          <visio-check .view=${this.view}></visio-check>
      </dialog>
    `;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.dialog.showModal();
  }

  /** Beside it is its backdrop, which counts as the dialog itself. */
  readonly #onPress = ({ target, clientX, clientY }: PointerEvent) => {
    if (target !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) this.dialog.close();
  };
}
