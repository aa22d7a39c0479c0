import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import { isOffered } from '../../base/activate.js';
import type { Contribution, PanelNews } from '../../base/contribution.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawAny, icon } from '../../ui/icon/icon.js';
import { toastStyles } from '../../ui/toast/toast.styles.js';
import { newsStyles } from './news.styles.js';

/** How long, in milliseconds, news stays. */
const BRIEF = 6000;

/** News of a panel is told at most this often, in milliseconds: what comes between is told together. */
const NEWS_PACE = 2500;

/** How much of a text is shown, in characters. */
const NEWS_LENGTH = 120;

/**
 * What comes for a side panel that is closed: who it is from, how it begins, and how much more there is. It goes by
 * itself, and by its buttons.
 *
 * @summary News of a closed panel.
 *
 * @csspart notice - The notice.
 */
export class VisioNews extends VisioElement {
  static override styles = [baseStyles, toastStyles, newsStyles];

  /** What is told. */
  @state() private news: { readonly from: Contribution; readonly item: PanelNews } | null = null;

  /** The latest news of each panel, told or not. */
  readonly #latest = new Map<Contribution, PanelNews | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newsAt = -Infinity;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endNews();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#latest.clear();
    for (const each of this.view.contributions.value) if (each.panel?.news) this.#noteNews(each);
  }

  #noteNews(from: Contribution): void {
    const item = from.panel!.news!(this.view).value ?? null;
    const isOpen = this.view.panel.value === from.name;
    const isWanted = isOffered(this.view, from);
    const isNew = this.#latest.has(from) && this.#latest.get(from) !== item;
    this.#latest.set(from, item);
    if (this.news?.from === from && (isOpen || !item)) this.#endNews();
    if (isNew && item && isWanted && !isOpen) this.#tellNews(from);
  }

  /** At once, or when the last news has been there for a while. */
  #tellNews(from: Contribution): void {
    clearTimeout(this.#timer);
    const wait = this.#newsAt + NEWS_PACE - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#tellNews(from), wait);
      return;
    }
    const item = this.#latest.get(from);
    if (!item || this.view.panel.peek() === from.name) return;
    this.#newsAt = performance.now();
    this.news = { from, item };
    this.#timer = setTimeout(() => (this.news = null), BRIEF);
  }

  #endNews(): void {
    clearTimeout(this.#timer);
    this.news = null;
  }

  protected override render() {
    return html`<div role="status">${this.news ? this.#renderNews(this.news.from, this.news.item) : nothing}</div>`;
  }

  #renderNews({ name: panelName, control, panel }: Contribution, { name, text }: PanelNews) {
    const dismiss = this.text('notice.dismiss');
    const drawing = typeof control?.icon === 'function' ? control.icon(this.view) : control?.icon;
    const title = this.words(panel!.title);
    const badge = control?.badge?.(this.view);
    const start = text.length > NEWS_LENGTH ? `${text.slice(0, NEWS_LENGTH).trimEnd()}…` : text;
    return html`
      <div class="toast news" part="notice">
        ${drawing ? drawAny(drawing) : nothing}
        <p>
          <span class="from"><bdi>${name || this.text('meeting.guest')}</bdi>${badge && badge.count > 1 ? html`<span class="count">${badge.words}</span>` : nothing}</span>
          <bdi class="start">${start}</bdi>
        </p>
        <div class="actions">
          <button class="button" title=${panel!.openLabel ? this.text(panel!.openLabel) : title} @click=${() => (this.view.panel.value = panelName)}>${title}</button>
          <button class="button square" aria-label=${dismiss} title=${dismiss} @click=${() => this.#endNews()}>${icon('close')}</button>
        </div>
      </div>
    `;
  }
}
