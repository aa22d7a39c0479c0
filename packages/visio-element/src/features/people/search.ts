import { css, html, nothing } from 'lit';
import { property, query, state } from '../../base/decorators.js';
import type { TextKey } from 'visio-core/i18n';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { SEARCH } from '../../ui/icon/search.js';

/** How long after a letter is looked for what is written, in milliseconds. */
const PAUSE = 150;

/**
 * A field to look for people in, or for something else. It searches when one stops to write; Escape empties it, and Enter
 * and the arrow down lead to what was found.
 *
 * @summary The search of the list of people.
 */
export class VisioPeopleSearch extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: var(--_space-2);
      }

      .icon {
        position: absolute;
        inset-block-start: 50%;
        inset-inline-start: 20px;
        translate: 0 -50%;
        color: var(--_color-text-quiet);
        pointer-events: none;
      }

      input {
        inline-size: 100%;
        min-block-size: 44px;
        padding: var(--_space-2) 48px;
        padding-inline-start: calc(var(--_font-size) * 1.25 + 20px);
        border: 1px solid var(--_color-line-strong);
        border-radius: var(--_field-radius);
        background: var(--_color-field);
        line-height: 1.4;
        appearance: none;
      }

      input::-webkit-search-cancel-button {
        display: none;
      }

      input::placeholder {
        color: var(--_color-text-quiet);
        opacity: 1;
      }

      input:focus-visible {
        border-color: transparent;
        outline-offset: -1px;
      }

      .clear {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-end: 8px;
        background: none;
        color: var(--_color-text-quiet);
      }

      .clear .icon {
        position: static;
        translate: none;
      }
    `,
  ];

  /** What is looked for, in words. */
  @property({ attribute: false }) label: TextKey = 'people.search';

  /** Looks for words; empty: everyone. */
  @property({ attribute: false }) search!: (words: string) => void;

  /** Goes to what was found. */
  @property({ attribute: false }) enter!: () => void;

  @query('input') private field!: HTMLInputElement;

  @state() private draft = '';

  #timer: ReturnType<typeof setTimeout> | undefined;

  override focus(options?: FocusOptions): void {
    this.field.focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override render() {
    const label = this.text(this.label);
    const clear = this.text('people.clear');
    return html`
      ${drawIcon(SEARCH)}
      <input type="search" autocomplete="off" spellcheck="false" .enterKeyHint=${'search'} aria-label=${label} placeholder=${label} @input=${this.#onInput} @keydown=${this.#onKey} />
      ${this.draft ? html`<button class="button square clear" aria-label=${clear} title=${clear} @click=${this.#clear}>${icon('close')}</button>` : nothing}
    `;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      this.#start();
      this.enter();
    } else if (event.key === 'Escape' && this.draft) {
      // The next one closes the panel.
      event.preventDefault();
      this.#clear();
    }
  };

  readonly #onInput = () => {
    this.draft = this.field.value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#start, PAUSE);
  };

  readonly #start = () => {
    clearTimeout(this.#timer);
    this.search(this.draft.trim());
  };

  readonly #clear = () => {
    this.draft = this.field.value = '';
    this.#start();
    this.field.focus();
  };
}
