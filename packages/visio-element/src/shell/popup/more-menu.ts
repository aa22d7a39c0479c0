import { html, nothing } from 'lit';
import { property } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { activate, iconOf, isOpen } from '../../base/activate.js';
import type { Contribution } from '../../base/contribution.js';
import { VisioElement, type KeysOf } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawAny } from '../../ui/icon/any.js';
import { itemStyles } from '../../ui/floating/floating.styles.js';
import { moreMenuStyles } from './popup.styles.js';

/**
 * The controls that have no button in the bar, each with its name beside it. Arrows go from one to the next.
 *
 * @summary The menu of what has no button in the bar.
 */
export class VisioMoreMenu extends VisioElement {
  static override styles = [baseStyles, itemStyles, moreMenuStyles];

  @property({ attribute: false }) menu: readonly Contribution[] = [];

  /** The keys for each; see the bar. */
  @property({ attribute: false }) keysOf: KeysOf | null = null;

  protected override render() {
    return html`<div @keydown=${this.#onKey}>${this.menu.map((each) => this.#renderItem(each))}</div>`;
  }

  #renderItem(contribution: Contribution) {
    const { view } = this;
    const { label, pressed, badge, run } = contribution.control!;
    const opens = isOpen(view, contribution);
    const name = this.words(label);
    const news = badge?.(view) ?? null;
    return html`
      <button
        class=${classMap({ button: true, item: true, on: pressed ? pressed(view) : opens })}
        data-control=${contribution.name}
        aria-label=${news ? `${name}, ${news.words}` : nothing}
        aria-expanded=${ifDefined(run ? undefined : opens)}
        aria-keyshortcuts=${ifDefined(this.keysOf?.(view, contribution.name))}
        @click=${() => this.#choose(contribution)}
      >
        ${drawAny(iconOf(view, contribution.control!))}<span>${name}</span>${news ? html`<span class="count" aria-hidden="true">${news.count}</span>` : nothing}
      </button>
    `;
  }

  #choose(contribution: Contribution): void {
    // Closed first: what opens then takes the focus over from the button in the bar.
    this.view.popup.value = null;
    queueMicrotask(() => queueMicrotask(() => activate(this.view, contribution)));
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const items = [...this.renderRoot.querySelectorAll<HTMLElement>('.item')];
    const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    items[to % items.length]?.focus();
  };
}
