import { html, LitElement, nothing } from 'lit';
import { property, query } from '../../base/decorators.js';
import type { TextKey, Translator } from 'visio-core/i18n';
import { baseStyles } from '../../theme/base.styles.js';
import { followContrast } from '../../theme/follow-contrast.js';
import { themeStyles } from '../../theme/theme.styles.js';
import { line, PHONE } from '../line.js';
import { incomingStyles } from './incoming-call.styles.js';

/**
 * Someone calls. The focus goes to the alert itself and to none of its buttons: what one was just writing answers nothing.
 *
 * @summary That someone calls, over the page.
 *
 * @fires answer - The call is to be answered.
 * @fires refuse - The call is to be refused.
 * @fires silence - The call is not to be heard any more.
 */
export class VisioIncomingCall extends LitElement {
  static override styles = [themeStyles, baseStyles, incomingStyles];

  @property({ reflect: true }) theme: 'auto' | 'light' | 'dark' | 'high-contrast' = 'auto';
  /** Who calls; may be empty. */
  @property({ attribute: false }) from = '';
  /** Whether it is heard. */
  @property({ attribute: false }) isHeard = false;

  @query('.alert') private alert!: HTMLElement;

  words!: Translator;

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('popover', 'manual');
    this.showPopover?.();
  }

  protected override updated(): void {
    followContrast(this);
  }

  protected override firstUpdated(): void {
    this.alert.focus({ preventScroll: true });
  }

  protected override render() {
    return html`
      <div class="alert" role="alertdialog" aria-labelledby="title" aria-describedby="hint" tabindex="-1" @keydown=${this.#onKey}>
        <span class="mark">${line(PHONE)}</span>
        <div class="who">
          <h2 id="title">${this.from ? html`<bdi>${this.from}</bdi>` : this.#say('incoming.someone')}</h2>
          <p id="hint">${this.#say('incoming.calls')}</p>
        </div>
        <div class="actions">
          <button class="button danger" type="button" @click=${() => this.#tell('refuse')}>${this.#say('incoming.refuse')}</button>
          <button class="button answer" type="button" @click=${() => this.#tell('answer')}>${this.#say('incoming.answer')}</button>
          ${this.isHeard ? html`<button class="button plain" type="button" @click=${this.#silence}>${this.#say('incoming.silence')}</button>` : nothing}
        </div>
      </div>
    `;
  }

  #say(key: TextKey): string {
    return this.words.text(key);
  }

  #tell(type: string): void {
    this.dispatchEvent(new Event(type));
  }

  readonly #silence = () => {
    this.isHeard = false;
    this.#tell('silence');
    this.alert.focus({ preventScroll: true });
  };

  /** Refusing by accident is worse than ringing on in silence. */
  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (this.isHeard) this.#silence();
  };
}
