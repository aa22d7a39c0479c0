import { html, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.js';
import { untracked } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import { LazyElements } from '../../base/lazy-elements.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawAny } from '../../ui/icon/any.js';
import { icon } from '../../ui/icon/icon.js';
import { settingsStyles } from './settings.styles.js';

const MOVES: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1, Home: -Infinity, End: Infinity };

/**
 * The settings: a page from every feature that has one, ours and the host's. Where it is wide the pages are tabs, where it
 * is narrow one list above them.
 *
 * @summary The pages of settings.
 */
export class VisioSettings extends VisioElement {
  static override styles = [baseStyles, settingsStyles];

  @state() private chosen = '';

  readonly #elements = new LazyElements(this);

  protected override render() {
    const pages = this.#pages();
    const open = this.#open(pages);
    if (!open) return html``;
    return html`
      <div class="settings">
        <label class="choice">
          <span class="unseen">${this.text('settings.page')}</span>
          <span class="select">
            <select @change=${({ target }: Event) => (this.chosen = (target as HTMLSelectElement).value)}>
              ${pages.map(({ name, settings }) => html`<option value=${name} .selected=${name === open.name}>${this.words(settings!.title)}</option>`)}
            </select>
            ${drawAny(open.settings!.icon)}${icon('chevron')}
          </span>
        </label>
        <div class="tabs" role="tablist" aria-orientation="vertical" aria-label=${this.text('settings.title')} @keydown=${this.#onKey}>
          ${pages.map((page) => this.#renderTab(page, page === open))}
        </div>
        <div class="page" id="page" role="tabpanel" aria-labelledby="tab-${open.name}">${this.#elements.render(open.name, open.settings!)}</div>
      </div>
    `;
  }

  #renderTab({ name, settings }: Contribution, isOpen: boolean) {
    return html`
      <button
        id="tab-${name}"
        role="tab"
        type="button"
        aria-selected=${isOpen}
        aria-controls="page"
        tabindex=${isOpen ? 0 : -1}
        @click=${() => (this.chosen = name)}
      >
        ${drawAny(settings!.icon)}<span>${this.words(settings!.title)}</span>
      </button>
    `;
  }

  /** Those that there are, in their order. */
  #pages(): readonly Contribution[] {
    return this.view.contributions.value.filter(({ settings }) => settings).sort((a, b) => a.settings!.order - b.settings!.order);
  }

  #open(pages: readonly Contribution[]): Contribution | undefined {
    return pages.find(({ name }) => name === this.chosen) ?? pages[0];
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const open = untracked(() => this.#open(this.#pages()));
    if (open) void this.#elements.want(open.name, open.settings!);
  }

  /** Tabs follow the arrow keys at once: a page costs nothing to look at. */
  readonly #onKey = (event: KeyboardEvent) => {
    const move = MOVES[event.key];
    const tabs = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')];
    const at = tabs.findIndex((tab) => tab === event.target);
    if (move === undefined || at < 0) return;
    event.preventDefault();
    const next = Math.abs(move) === 1 ? (at + move + tabs.length) % tabs.length : move < 0 ? 0 : tabs.length - 1;
    tabs[next]?.click();
    tabs[next]?.focus();
  };
}
