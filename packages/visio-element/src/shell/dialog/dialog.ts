import { html, nothing, type PropertyValues } from 'lit';
import { property, query } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { untracked } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import { LazyElements } from '../../base/lazy-elements.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { titleStyles } from '../../ui/title/title.styles.js';
import { dialogStyles } from './dialog.styles.js';

/**
 * The place of dialogs: one at a time, modal, over the page. It fetches what is asked for, and closes with Escape, its
 * button, or a press beside it; the browser gives the focus back to what had it, if that is still there.
 *
 * @summary The dialog of a call.
 *
 * @csspart dialog - All of it.
 */
export class VisioDialog extends VisioElement {
  static override styles = [baseStyles, titleStyles, dialogStyles];

  /** Called when what opened it is gone, and the browser has nowhere to give the focus back to. */
  @property({ attribute: false }) giveFocusBack: (() => void) | null = null;

  @query('dialog') private dialog!: HTMLDialogElement;

  readonly #elements = new LazyElements(this);
  #shown: string | null = null;
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
  }

  protected override render() {
    const open = this.#open();
    return html`
      <dialog
        class=${classMap({ large: open?.dialog?.size === 'large' })}
        part="dialog"
        aria-labelledby="title"
        @cancel=${this.#onCancel}
        @close=${this.#onClosed}
        @pointerdown=${this.#onPress}
        @keydown=${this.#onKey}
      >
        ${open ? this.#renderContent(open) : nothing}
      </dialog>
    `;
  }

  #renderContent({ name, dialog }: Contribution) {
    const close = this.text('panel.close');
    return html`
      <header>
        <h2 id="title">${this.words(dialog!.title)}</h2>
        <button class="button square" aria-label=${close} title=${close} @click=${this.#close}>${icon('close')}</button>
      </header>
      <div class="content">${this.#elements.render(name, dialog!)}</div>
    `;
  }

  #open(): Contribution | null {
    const name = this.view.dialog.value;
    return this.view.contributions.value.find((each) => each.name === name && each.dialog) ?? null;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    untracked(() => this.#follow(this.#open()));
  }

  #follow(open: Contribution | null): void {
    if (open) void this.#elements.want(open.name, open.dialog!);
    const name = open?.name ?? null;
    if (name === this.#shown) return;
    this.#shown = name;
    if (name === null) {
      this.dialog.close();
      // Beside a modal dialog nothing has the focus: what is nowhere now was in it.
      const { activeElement, body } = this.ownerDocument;
      if (activeElement === body || activeElement === null) this.giveFocusBack?.();
    } else if (!this.dialog.open) {
      this.dialog.showModal();
    } else if (this.#hadFocus && !this.shadowRoot!.activeElement) {
      // One dialog has led to another, with a button that is gone.
      this.dialog.querySelector('button')!.focus();
    }
  }

  readonly #close = () => {
    if (this.view.dialog.peek() === this.#shown) this.view.dialog.value = null;
  };

  /** Told in a later task: it may be of the dialog before the one that is open now. */
  readonly #onClosed = () => {
    if (!this.dialog.open) this.#close();
  };

  /** At once: a key that comes before the browser tells of the close would find the dialog still open. */
  readonly #onCancel = (event: Event) => {
    if (event.target !== this.dialog) return;
    event.preventDefault();
    this.#close();
  };

  /** Beside it is its backdrop, which counts as the dialog itself. */
  readonly #onPress = ({ target, clientX, clientY }: PointerEvent) => {
    if (target !== this.dialog) return;
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    if (clientX < left || clientX > right || clientY < top || clientY > bottom) this.#close();
  };

  /** What is typed in here is not for the shortcuts of the call or of the page, and Escape closes nothing behind it. */
  readonly #onKey = (event: KeyboardEvent) => event.stopPropagation();
}
