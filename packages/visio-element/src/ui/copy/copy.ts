import { css, html, nothing } from 'lit';
import { query, state } from '../../base/decorators.js';
import type { TextKey } from 'visio-core/i18n';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../icon/icon.js';

export const LINK = 'M10 14c1.6 1.6 4.4 1.6 6 0l3.3-3.3c1.6-1.6 1.6-4.4 0-6s-4.4-1.6-6 0L12 6M14 10c-1.6-1.6-4.4-1.6-6 0l-3.3 3.3c-1.6 1.6-1.6 4.4 0 6s4.4 1.6 6 0L12 18';
export const DONE = 'M5 12.5L9.5 17L19 7.5';

/** How long it is said that it is done, in milliseconds. */
const DONE_FOR = 4_000;

/** A button that copies some text. Where the browser refuses, the text is there to be selected. */
export abstract class CopyElement extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }

      .button {
        inline-size: 100%;
      }

      .done .icon {
        color: var(--_color-success-text);
      }

      label {
        display: block;
        padding: var(--_space-3) var(--_space-1) 0;
        color: var(--_color-text-quiet);
        font-size: var(--_text-s);
      }

      textarea {
        inline-size: 100%;
        max-block-size: 8em;
        margin: 6px 0 0;
        padding: var(--_space-2) 10px;
        border: 1px solid var(--_color-line-strong);
        border-radius: var(--_field-radius);
        background: var(--_color-field);
        color: inherit;
        font: inherit;
        overflow-wrap: anywhere;
        resize: none;
      }
    `,
  ];

  @state() private isDone = false;
  /** What has to be copied by hand. */
  @state() private byHand: string | null = null;

  @query('textarea') private field!: HTMLTextAreaElement | null;
  @query('[role=status]') private voice!: HTMLElement;

  #timer: ReturnType<typeof setTimeout> | undefined;

  /** What the button says, what it says when it is done, and what stands over the text where the browser refuses. */
  protected abstract readonly says: { readonly copy: TextKey; readonly copied: TextKey; readonly byHand: TextKey };

  /** What is copied. */
  protected abstract content(): string;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.isDone = false;
    this.byHand = null;
  }

  protected override render() {
    const { isDone, byHand, says } = this;
    return html`
      <button class="button ${isDone ? 'done' : ''}" @click=${this.#copy}>
        ${drawIcon(isDone ? DONE : LINK)}<span>${this.text(isDone ? says.copied : says.copy)}</span>
      </button>
      ${byHand === null
        ? nothing
        : html`<label>${this.text(says.byHand)}<textarea readonly rows="2" .value=${byHand} @focus=${this.#select}></textarea></label>`}
      <div class="unseen" role="status"></div>
    `;
  }

  readonly #copy = async () => {
    const text = untracked(() => this.content());
    clearTimeout(this.#timer);
    this.voice.textContent = '';
    try {
      // There is no clipboard in a page without a secure origin, and a frame may not be allowed to use it.
      await navigator.clipboard.writeText(text);
    } catch {
      this.isDone = false;
      this.byHand = text;
      await this.updateComplete;
      return this.field?.focus();
    }
    this.byHand = null;
    this.isDone = true;
    this.voice.textContent = this.view.translator.peek().text(this.says.copied);
    this.#timer = setTimeout(() => (this.isDone = false), DONE_FOR);
  };

  readonly #select = () => this.field?.select();
}
