import { html, nothing } from 'lit';
import { state } from '../../base/decorators.js';
import type { ReactionEmoji } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { GLYPHS } from './glyphs.js';
import { reactionsStyles } from './reactions.styles.js';

/** How many are beside each other. */
const COLUMNS = 4;

/**
 * The reactions to choose from. It stays open for several; arrows go from one to the next, up and down too.
 *
 * @summary The choice of reactions.
 */
export class VisioReactions extends VisioElement {
  static override styles = [baseStyles, reactionsStyles];

  /** The one that Tab goes to. */
  @state() private current = 0;

  protected override render() {
    const { reactions } = this.meeting;
    const { enabled, error } = reactions.send;
    const failure = error.value;
    return html`
      <div class="grid" role="group" aria-label=${this.text('reaction.send')} @keydown=${this.#onKey}>
        ${reactions.emojis.map((emoji, i) => this.#renderEmoji(emoji, i, enabled.value))}
      </div>
      <p class="failure" role="status">${failure && failure.code !== 'VETOED' ? this.errorText(failure) : nothing}</p>
      <label>
        <input type="checkbox" .checked=${reactions.shown.value} @change=${this.#onShown} />
        <span>${this.text('reaction.show')}${reactions.shown.value ? nothing : html`<small>${this.text('reaction.showHint')}</small>`}</span>
      </label>
    `;
  }

  #renderEmoji(emoji: ReactionEmoji, i: number, enabled: boolean) {
    const name = this.text(`reaction.${emoji}`);
    return html`
      <button
        class="button emoji"
        aria-label=${name}
        title=${name}
        tabindex=${i === this.current ? 0 : -1}
        aria-disabled=${enabled ? 'false' : 'true'}
        @focus=${() => (this.current = i)}
        @click=${() => void this.meeting.reactions.send(emoji).catch(() => undefined)}
      >
        <span aria-hidden="true">${GLYPHS[emoji]}</span>
      </button>
    `;
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>('.emoji')];
    const forward = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const last = buttons.length - 1;
    const to = {
      ArrowRight: this.current + forward,
      ArrowLeft: this.current - forward,
      ArrowDown: this.current + COLUMNS,
      ArrowUp: this.current - COLUMNS,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    if (to >= 0 && to <= last) buttons[to]!.focus();
  };

  readonly #onShown = async ({ target }: Event) => {
    const box = target as HTMLInputElement;
    await this.meeting.reactions.setShown(box.checked).catch(() => undefined);
    // The host may have prevented it.
    box.checked = this.meeting.reactions.shown.peek();
  };
}
