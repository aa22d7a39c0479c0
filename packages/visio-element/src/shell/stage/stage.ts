import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { VideoSource } from 'visio-core';
import { computed, signal, type Readable } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import {
  cameraBox,
  gapFor,
  gridBoxes,
  gridCapacity,
  gridFit,
  spotlight,
  spotlightCapacity,
  type Box,
} from './layout.js';
import { stageStyles } from './stage.styles.js';

interface Item {
  readonly id: string;
  readonly source: VideoSource;
}

interface Arrangement {
  /** What is mounted: this page, and the large one. */
  readonly items: readonly Item[];
  /** One for each item. */
  readonly boxes: readonly Box[];
  readonly pages: number;
}

/** Height of the row with the page buttons. */
const PAGER = 48;

/** How long, in milliseconds, whoever became large by speaking stays so at least. */
const DWELL = 1500;

/**
 * Everyone in the room, in tiles as large as its own box allows: a grid of equals, or one large picture (a shared
 * screen, or in the layout `speaker` who speaks) with a strip of the others. People keep their places; those who do
 * not fit are on further pages, and only the tiles of the page in view exist.
 *
 * It knows who is there and where they go. What a person does concerns their tile alone.
 *
 * @summary The participants' pictures.
 *
 * @csspart stage - All of it.
 * @csspart pager - The row with the page buttons, when there is more than one page.
 */
export class VisioStage extends VisioElement {
  static override styles = [baseStyles, stageStyles];

  @state() private page = 0;

  /** Room for tiles and pager, in CSS pixels. */
  @state() private width = 0;
  @state() private height = 0;

  @query('.tiles') private tiles!: HTMLElement;

  /** Between tiles, and around them. */
  #gap = 0;

  readonly #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());
  #speaker!: Readable<string | null>;
  #arrangement: Arrangement = { items: [], boxes: [], pages: 1 };
  /** The box that each tile has, to set only what changes. */
  readonly #placed = new WeakMap<Element, Box>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#speaker = this.#lastSpeaker();
    this.#arrangement = this.#arrange();
  }

  protected override render() {
    const { items, pages } = this.#arrangement;
    const isAlone = this.meeting.roster.count.value === 1 && this.meeting.roster.localId.value !== null;
    return html`
      <section aria-label=${this.text('stage.label')} part="stage">
        <div class="tiles">
          <div role="list" ?hidden=${items.length === 0}>
            ${repeat(
              items,
              keyOf,
              ({ id, source }) =>
                html`<visio-tile
                  role="listitem"
                  exportparts="tile, name"
                  .view=${this.view}
                  .participantId=${id}
                  .source=${source}
                ></visio-tile>`,
            )}
          </div>
          ${isAlone ? html`<p class="alone">${this.text('stage.alone')}</p>` : nothing}
        </div>
        ${pages > 1 ? this.#renderPager(pages) : nothing}
      </section>
    `;
  }

  #renderPager(pages: number) {
    const page = Math.min(this.page, pages - 1);
    const go = (to: number) => () => {
      if (to >= 0 && to < pages) this.page = to;
    };
    return html`
      <nav part="pager" aria-label=${this.text('stage.pages')}>
        <button class="button previous" aria-disabled=${page === 0} @click=${go(page - 1)}>
          ${icon('chevron')}<span>${this.text('stage.previous')}</span>
        </button>
        <span aria-live="polite">${this.text('stage.page', { page: page + 1, pages })}</span>
        <button class="button next" aria-disabled=${page === pages - 1} @click=${go(page + 1)}>
          <span>${this.text('stage.next')}</span>${icon('chevron')}
        </button>
      </nav>
    `;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    // The observer tells before the first picture; a page in the background has none.
    if (document.hidden) this.#measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { boxes } = this.#arrangement;
    this.tiles.querySelectorAll('visio-tile').forEach((tile, i) => {
      const box = boxes[i];
      const old = this.#placed.get(tile);
      if (!box || (old && old.x === box.x && old.y === box.y && old.width === box.width && old.height === box.height)) return;
      this.#placed.set(tile, box);
      const { style } = tile;
      style.setProperty('inset-inline-start', `${box.x}px`);
      style.setProperty('inset-block-start', `${box.y}px`);
      style.setProperty('inline-size', `${box.width}px`);
      style.setProperty('block-size', `${box.height}px`);
    });
  }

  #arrange(): Arrangement {
    const { roster } = this.meeting;
    const gap = this.#gap;
    const localId = roster.localId.value;
    const sharers = roster.screenSharers.value;
    const ids = this.view.watching.value ? roster.ids.value.filter((id) => id !== localId) : roster.ids.value;
    const layout = this.view.layout.value;
    if (this.width === 0 || this.height === 0) return { items: [], boxes: [], pages: 1 };

    const all: Item[] = [
      ...sharers.map((id): Item => ({ id, source: 'screen_share' })),
      ...ids.map((id): Item => ({ id, source: 'camera' })),
    ];
    // The newest screen of another; the own one is seen already.
    const sharer = sharers.findLast((id) => id !== localId);
    const large: Item | null =
      layout === 'grid' || ids.length === 0
        ? null
        : sharer !== undefined
          ? { id: sharer, source: 'screen_share' }
          : layout === 'speaker'
            ? { id: this.#speaker.value ?? ids[0]!, source: 'camera' }
            : null;
    return large ? this.#spotlight(all, large, gap) : this.#grid(all, gap);
  }

  #grid(all: readonly Item[], gap: number): Arrangement {
    const { width } = this;
    let { height } = this;
    let capacity = gridCapacity(width, height, gap);
    if (all.length > capacity) {
      height -= PAGER;
      capacity = gridCapacity(width, height, gap);
    }
    const pages = pagesOf(all.length, capacity);
    const items = slicePage(all, this.page, capacity);
    // Tiles of the last page are as large as those of the others.
    const fit = gridFit(pages > 1 ? capacity : items.length, width, height, gap);
    return { items, boxes: gridBoxes(items.length, fit, width, height, gap), pages };
  }

  #spotlight(all: readonly Item[], large: Item, gap: number): Arrangement {
    const { width } = this;
    let { height } = this;
    const key = keyOf(large);
    const others = all.filter((item) => keyOf(item) !== key);
    let capacity = spotlightCapacity(width, height, gap);
    if (others.length > capacity) {
      height -= PAGER;
      capacity = spotlightCapacity(width, height, gap);
    }
    const onPage = slicePage(others, this.page, capacity);
    const { main, others: boxesOfOthers } = spotlight(onPage.length, width, height, gap);
    // Everyone keeps their place in the document: a video that moves there may stop for a moment.
    const boxes = new Map(onPage.map((item, i) => [keyOf(item), boxesOfOthers[i]!]));
    boxes.set(key, large.source === 'camera' ? cameraBox(main) : main);
    const items = all.filter((item) => boxes.has(keyOf(item)));
    return { items, boxes: items.map((item) => boxes.get(keyOf(item))!), pages: pagesOf(others.length, capacity) };
  }

  /**
   * Who spoke last, of those still here; the first of the others until somebody does. Never oneself, unless alone.
   * Whoever became large stays so for a moment, so that a cough does not turn the stage over.
   */
  #lastSpeaker(): Readable<string | null> {
    const { roster } = this.meeting;
    const dwellEnds = signal(0);
    let last: string | null = null;
    let since = -Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return computed(() => {
      void dwellEnds.value;
      const localId = roster.localId.value;
      const ids = roster.ids.value;
      const speakers = roster.speakers.value.filter((id) => id !== localId);
      const isHere = last !== null && ids.includes(last);
      let next = isHere ? last : (ids.find((id) => id !== localId) ?? localId);
      if (speakers[0] !== undefined && !(isHere && speakers.includes(last!))) next = speakers[0];
      if (next === last) return last;
      const dwell = since + DWELL - performance.now();
      if (isHere && dwell > 0) {
        clearTimeout(timer);
        timer = setTimeout(() => dwellEnds.value++, dwell);
        return last;
      }
      if (speakers[0] === next) since = performance.now();
      return (last = next);
    });
  }

  #measure(): void {
    this.#gap = gapFor(this.clientWidth);
    this.width = Math.max(0, this.clientWidth - 2 * this.#gap);
    this.height = Math.max(0, this.clientHeight - this.#gap);
  }
}

function keyOf({ id, source }: Item): string {
  return `${source} ${id}`;
}

function pagesOf(count: number, capacity: number): number {
  return Math.max(1, Math.ceil(count / Math.max(1, capacity)));
}

function slicePage<T>(all: readonly T[], page: number, capacity: number): readonly T[] {
  const start = Math.min(page, pagesOf(all.length, capacity) - 1) * capacity;
  return all.slice(start, start + capacity);
}
