import { css, html, nothing } from 'lit';
import { query, state } from 'lit/decorators.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';

const LINK = 'M10 14a4.2 4.2 0 0 0 6 0l3.3-3.3a4.2 4.2 0 0 0-6-6L12 6M14 10a4.2 4.2 0 0 0-6 0l-3.3 3.3a4.2 4.2 0 0 0 6 6L12 18';
const DONE = 'M5 12.5l4.5 4.5L19 7.5';

/** How long it is said that it is done, in milliseconds. */
const DONE_FOR = 4_000;

/**
 * Copies what the host wants people to be invited with, or the page's address. Where the browser refuses, it is there to
 * be selected.
 *
 * @summary Copies the invitation.
 */
export class VisioInvitation extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: 8px;
        border-block-start: 1px solid var(--visio-color-line);
      }

      .button {
        inline-size: 100%;
      }

      .done .icon {
        color: var(--visio-color-success-text);
      }

      label {
        display: block;
        padding: 12px 4px 0;
        color: var(--visio-color-text-quiet);
        font-size: var(--visio-text-s);
      }

      textarea {
        inline-size: 100%;
        max-block-size: 8em;
        margin: 6px 0 0;
        padding: 8px 10px;
        border: 1px solid var(--visio-color-line-strong);
        border-radius: calc(var(--visio-radius) - 2px);
        background: var(--visio-color-field);
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

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.isDone = false;
    this.byHand = null;
  }

  protected override render() {
    const { isDone, byHand } = this;
    return html`
      <button class="button ${isDone ? 'done' : ''}" @click=${this.#copy}>
        ${drawIcon(isDone ? DONE : LINK)}<span>${this.text(isDone ? 'people.copied' : 'people.copy')}</span>
      </button>
      ${byHand === null
        ? nothing
        : html`<label>${this.text('people.copyByHand')}<textarea readonly rows="2" .value=${byHand} @focus=${this.#select}></textarea></label>`}
      <div class="unseen" role="status"></div>
    `;
  }

  readonly #copy = async () => {
    const invitation = this.meeting.people.invitation.peek();
    const text = invitation?.text ?? invitation?.url ?? location.href;
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
    this.voice.textContent = this.view.translator.peek().text('people.copied');
    this.#timer = setTimeout(() => (this.isDone = false), DONE_FOR);
  };

  readonly #select = () => this.field?.select();
}
