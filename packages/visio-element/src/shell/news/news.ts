import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { PanelContribution, PanelNews } from '../../base/contribution.js';
import { VisioElement, type Control } from '../../base/visio-element.js';
import { panels } from '../../features/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
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
  @state() private news: { readonly panel: PanelContribution; readonly item: PanelNews } | null = null;

  /** The latest news of each panel, told or not. */
  readonly #latest = new Map<PanelContribution, PanelNews | null>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #newsAt = -Infinity;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endNews();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#latest.clear();
    for (const panel of panels) this.#noteNews(panel);
  }

  #noteNews(panel: PanelContribution): void {
    const item = panel.news?.(this.view).value ?? null;
    const isOpen = this.view.panel.value === panel.name;
    const isWanted = this.view.controls.value?.has(panel.name as Control) ?? true;
    const isNew = this.#latest.has(panel) && this.#latest.get(panel) !== item;
    this.#latest.set(panel, item);
    if (this.news?.panel === panel && (isOpen || !item)) this.#endNews();
    if (isNew && item && isWanted && !isOpen) this.#tellNews(panel);
  }

  /** At once, or when the last news has been there for a while. */
  #tellNews(panel: PanelContribution): void {
    clearTimeout(this.#timer);
    const wait = this.#newsAt + NEWS_PACE - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => this.#tellNews(panel), wait);
      return;
    }
    const item = this.#latest.get(panel);
    if (!item || this.view.panel.peek() === panel.name) return;
    this.#newsAt = performance.now();
    this.news = { panel, item };
    this.#timer = setTimeout(() => (this.news = null), BRIEF);
  }

  #endNews(): void {
    clearTimeout(this.#timer);
    this.news = null;
  }

  protected override render() {
    return html`<div role="status">${this.news ? this.#renderNews(this.news.panel, this.news.item) : nothing}</div>`;
  }

  #renderNews(panel: PanelContribution, { name, text }: PanelNews) {
    const dismiss = this.text('notice.dismiss');
    const open = this.text(panel.openLabel);
    const count = panel.badge?.count(this.view).value ?? 0;
    const start = text.length > NEWS_LENGTH ? `${text.slice(0, NEWS_LENGTH).trimEnd()}…` : text;
    return html`
      <div class="toast news" part="notice">
        ${icon(panel.icon)}
        <p>
          <span class="from"><bdi>${name || this.text('meeting.guest')}</bdi>${count > 1 ? html`<span class="count">${this.text(panel.badge!.label, { count })}</span>` : nothing}</span>
          <bdi class="start">${start}</bdi>
        </p>
        <div class="actions">
          <button class="button" title=${open} @click=${() => this.#openNews(panel)}>${this.text(panel.label)}</button>
          <button class="button square" aria-label=${dismiss} title=${dismiss} @click=${() => this.#endNews()}>${icon('close')}</button>
        </div>
      </div>
    `;
  }

  #openNews(panel: PanelContribution): void {
    this.view.panel.value = panel.name;
  }
}
