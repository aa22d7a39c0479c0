import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from '../../base/decorators.js';
import type { LayoutMode, VideoSource } from 'visio-core';
import type { Readable } from 'visio-core/reactive';
import { repeat } from '../../base/repeat.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import {
  cameraBox,
  gapFor,
  gridBoxes,
  gridCapacity,
  gridFit,
  sideFor,
  spotlight,
  spotlightCapacity,
  type Box,
} from './layout.js';
import type { VisioTile } from '../tile/tile.js';
import { stageStyles } from './stage.styles.js';

interface Item {
  readonly id: string;
  readonly source: VideoSource;
}

interface Arrangement {
  /** What is mounted: this page, and what is large. */
  readonly items: readonly Item[];
  /** One for each item. */
  readonly boxes: readonly Box[];
  readonly pages: number;
  /** Keys of what is large. */
  readonly large: ReadonlySet<string>;
  /** How many of the order stand before the second page. */
  readonly places: number;
}

const NOTHING: Arrangement = { items: [], boxes: [], pages: 1, large: new Set(), places: 0 };

/** Tiles smaller than this have smaller labels. */
const SMALL = { width: 168, height: 104 };

/** Height of the row with the page buttons. */
const PAGER = 48;

/**
 * Everyone in the room, in tiles as large as its own box allows: a grid of equals, or what is large (what is pinned, a
 * shared screen, or who speaks) with the others beside or below. People keep their places; those who do not fit are on
 * further pages, and only the tiles of the page in view exist. Who speaks comes to the first page.
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

  /** Who stands where, and who spoke last: by the room's own order, until the code that knows better is there. */
  #order: Readable<readonly string[]> | null = null;
  #speaker: Readable<string | null> | null = null;
  #isOrdering = false;

  /** Whether the code of the floating self view is there, and whether it is to be seen. */
  @state() private canFloat = false;
  #floats = false;

  readonly #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());
  #arrangement = NOTHING;
  #rove: typeof import('./rove.js').rove | undefined;
  /**
   * The tile, by number, that shows each of what is mounted. Who goes leaves theirs to who comes: a tile takes
   * longer to make than to fill.
   */
  #tileOf: ReadonlyMap<string, number> = new Map();
  /** Whether the focus is on what may be about to go. */
  #hadFocus = false;
  /** The box that each tile has, to set only what changes. */
  readonly #placed = new WeakMap<Element, Box>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer?.observe(this);
  }

  /** Goes to the tile that Tab leads to. */
  override focus(): void {
    void this.#focusTile();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
    if (changed.has('view')) {
      this.#order = this.#speaker = null;
      this.#isOrdering = false;
    }
    this.#arrangement = this.#arrange();
    const speaks = !this.#order && this.meeting.roster.speakers.value.length > 0;
    if (!this.#isOrdering && (this.#arrangement.pages > 1 || speaks)) void this.#loadOrder();
    this.#tileOf = assignTiles(this.#arrangement.items.map(keyOf), this.#tileOf);
  }

  protected override render() {
    const { items, pages, large } = this.#arrangement;
    const isAlone = this.meeting.roster.count.value === 1 && this.meeting.roster.localId.value !== null;
    return html`
      <section aria-label=${this.text('stage.label')} part="stage">
        <div class="tiles">
          <div role="list" ?hidden=${items.length === 0}>
            ${repeat(
              items,
              (item) => this.#tileOf.get(keyOf(item)),
              (item) =>
                html`<visio-tile
                  role="listitem"
                  exportparts="tile, name"
                  .view=${this.view}
                  .participantId=${item.id}
                  .source=${item.source}
                  .large=${large.has(keyOf(item))}
                ></visio-tile>`,
            )}
          </div>
          ${this.#floats && this.canFloat ? html`<visio-self-view .view=${this.view}></visio-self-view>` : nothing}
          ${isAlone ? html`<p class="alone">${this.text('stage.alone')}</p>` : nothing}
        </div>
        ${pages > 1 ? this.#renderPager(pages) : nothing}
      </section>
    `;
  }

  #renderPager(pages: number) {
    const page = Math.min(this.page, pages - 1);
    return html`
      <nav part="pager" aria-label=${this.text('stage.pages')}>
        <button class="button previous" aria-disabled=${page === 0}>
          ${icon('chevron')}<span>${this.text('stage.previous')}</span>
        </button>
        <span aria-live="polite">${this.text('stage.page', { page: page + 1, pages })}</span>
        <button class="button next" aria-disabled=${page === pages - 1}>
          <span>${this.text('stage.next')}</span>${icon('chevron')}
        </button>
      </nav>
    `;
  }

  readonly #onClick = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLElement>('nav .button');
    if (button && button.ariaDisabled !== 'true') this.page = Math.min(this.page, this.#arrangement.pages - 1) + (button.matches('.next') ? 1 : -1);
    // A small screen becomes the large one; by keyboard the tile's menu does that.
    const { participantId, source, large } = target as VisioTile;
    if (source !== 'screen_share' || large || this.#arrangement.large.size === 0 || participantId === this.meeting.roster.localId.peek()) return;
    this.meeting.layout.showScreen(participantId).catch(() => undefined);
  };

  /** What goes from tile to tile comes with the first key; those that are pressed meanwhile wait, in their order. */
  async #onKey(event: KeyboardEvent): Promise<void> {
    const [origin] = event.composedPath();
    if (!(origin as Element).matches('.options')) return;
    this.#rove ??= (await import('./rove.js')).rove;
    this.#rove(event, this.shadowRoot!.activeElement, this.#tiles);
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('click', this.#onClick);
    this.tiles.addEventListener('keydown', (event) => void this.#onKey(event).catch(() => undefined));
    // The observer tells before the first picture; a page in the background has none.
    if (document.hidden) this.#measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#floats && !this.canFloat) void this.#fetchSelfView();
    const { boxes } = this.#arrangement;
    const tiles = this.#tiles;
    if (tiles[0] && !tiles.some(({ tabbable }) => tabbable)) tiles[0].tabbable = true;
    // Whoever had the focus has gone: someone else has it.
    if (this.#hadFocus && !this.shadowRoot!.activeElement) this.focus();
    tiles.forEach((tile, i) => {
      const box = boxes[i];
      const old = this.#placed.get(tile);
      if (!box || (old && old.x === box.x && old.y === box.y && old.width === box.width && old.height === box.height)) return;
      this.#placed.set(tile, box);
      const { style } = tile;
      style.setProperty('inset-inline-start', `${box.x}px`);
      style.setProperty('inset-block-start', `${box.y}px`);
      style.setProperty('inline-size', `${box.width}px`);
      style.setProperty('block-size', `${box.height}px`);
      style.setProperty('--size', `${Math.min(box.width, box.height)}px`);
      tile.toggleAttribute('small', box.width < SMALL.width || box.height < SMALL.height);
      tile.toggleAttribute('wide', 3 * box.width > 4 * box.height);
    });
  }

  /** Brings the rules by which people change places: nobody does before somebody speaks, or while all are on one page. */
  async #loadOrder(): Promise<void> {
    this.#isOrdering = true;
    const { meeting } = this;
    const code = await import('../later/later-ring.js').catch(() => null);
    // The next update tries again.
    if (!code) return void (this.#isOrdering = false);
    if (meeting !== this.meeting) return;
    const { createLastSpeaker, createOrder } = code;
    const { roster } = meeting;
    this.#speaker = createLastSpeaker(roster);
    this.#order = createOrder(
      roster,
      () => this.#arrangement.places,
      (id) => this.#arrangement.items.some((item) => item.id === id),
    );
    // There is nothing to draw anew before somebody speaks, comes or goes.
    if (roster.speakers.peek().length > 0) this.requestUpdate();
  }

  get #tiles(): readonly VisioTile[] {
    return [...this.tiles.querySelectorAll<VisioTile>('[role=listitem]')];
  }

  async #focusTile(): Promise<void> {
    // Of those who are still there then.
    await this.updateComplete;
    const tile = this.#tiles.find(({ tabbable }) => tabbable);
    await tile?.updateComplete;
    tile?.focusOptions();
  }

  async #fetchSelfView(): Promise<void> {
    await Promise.all([import('../self-view/define.js'), this.view.translator.peek().loadRest()]).then(() => (this.canFloat = true), () => undefined);
  }

  #arrange(): Arrangement {
    const { roster, layout } = this.meeting;
    const localId = roster.localId.value;
    const sharers = roster.screenSharers.value;
    const order = (this.#order ?? roster.ids).value;
    const mode = layout.mode.value;
    const isAway = this.view.watching.value || (layout.selfView.value !== 'tile' && order.length > 1);
    this.#floats = isAway && layout.selfView.value === 'floating' && !this.view.watching.value && localId !== null;
    const { width } = this;
    if (width === 0 || this.height === 0) return NOTHING;

    const large = this.#withInterpreter(this.#large(mode, order, sharers, isAway));
    const keys = new Set(large.map(keyOf));
    const isSmall = (item: Item) => !keys.has(keyOf(item));
    let cameras = order;
    let first = sharers.map(screenOf).filter(isSmall);
    // A grid of everyone is the room's own order: of a thousand, only those in view are looked at.
    if (isAway || large.length > 0) {
      // Whoever shares what is large is the first beside it.
      const isSharer = (id: string) => keys.has(keyOf(screenOf(id)));
      const small = order.filter((id) => !(isAway && id === localId) && isSmall(cameraOf(id)));
      first = [...small.filter(isSharer).map(cameraOf), ...first];
      cameras = small.filter((id) => !isSharer(id));
    }
    const count = first.length + cameras.length;

    const side = large.length > 0 ? sideFor(mode, width, this.height) : null;
    const gap = this.#gap;
    const capacityOf = (height: number) => (side ? spotlightCapacity(large.length, side, width, height, gap) : gridCapacity(width, height, gap));
    let { height } = this;
    let capacity = capacityOf(height);
    if (count > capacity) {
      height -= PAGER;
      capacity = capacityOf(height);
    }
    const pages = Math.max(1, Math.ceil(count / capacity));
    const start = Math.min(this.page, pages - 1) * capacity;
    const end = start + capacity;
    const onPage = [
      ...first.slice(start, end),
      ...cameras.slice(Math.max(0, start - first.length), Math.max(0, end - first.length)).map(cameraOf),
    ];

    const boxes = new Map<string, Box>();
    const put = (items: readonly Item[], places: readonly Box[]) => items.forEach((item, i) => boxes.set(keyOf(item), places[i]!));
    if (side) {
      const places = spotlight(large.length, onPage.length, side, width, height, gap);
      put(onPage, places.others);
      put(large, places.large.map((box, i) => (large[i]!.source === 'camera' ? cameraBox(box) : box)));
    } else {
      // Tiles of the last page are as large as those of the others.
      const fit = gridFit(pages > 1 ? capacity : onPage.length, width, height, gap);
      put(onPage, gridBoxes(onPage.length, fit, width, height, gap));
    }
    // Everyone keeps their place in the document: a video that moves there may stop for a moment.
    const items = large.length === 0 ? onPage : [...sharers.map(screenOf), ...order.map(cameraOf)].filter((item) => boxes.has(keyOf(item)));
    return {
      items,
      boxes: items.map((item) => boxes.get(keyOf(item))!),
      pages,
      large: keys,
      places: capacity + order.length - count,
    };
  }

  /** What this person pinned, or else the screen they chose, or the newest of another, or who speaks. */
  #large(mode: LayoutMode, order: readonly string[], sharers: readonly string[], isAway: boolean): readonly Item[] {
    const { roster, layout } = this.meeting;
    const localId = roster.localId.peek();
    const pins = layout.pins.value.filter(({ id, source }) => (source === 'camera' ? roster.get(id).peek() : sharers.includes(id)));
    if (pins.length > 0 || mode === 'grid') return pins;
    // One’s own screen is seen already.
    const sharer = layout.screen.value ?? sharers.findLast((id) => id !== localId);
    if (sharer !== undefined) return [screenOf(sharer)];
    if (mode === 'auto') return [];
    const speaker = this.#speaker?.value ?? order.find((id) => id !== localId) ?? localId;
    return speaker === null || (isAway && speaker === localId) ? [] : [cameraOf(speaker)];
  }

  /** Whoever interprets is large beside what is, and first. */
  #withInterpreter(large: readonly Item[]): readonly Item[] {
    const id = this.meeting.layout.interpreter.value;
    if (id === null || !this.meeting.roster.get(id).peek()) return large;
    const item = cameraOf(id);
    return [item, ...large.filter((each) => keyOf(each) !== keyOf(item))];
  }

  #measure(): void {
    this.#gap = gapFor(this.clientWidth);
    this.width = Math.max(0, this.clientWidth - 2 * this.#gap);
    this.height = Math.max(0, this.clientHeight - this.#gap);
  }
}

/** Who stays keeps their tile; who comes takes one that became free, or a new one. */
function assignTiles(keys: readonly string[], before: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const staying = new Set(keys);
  const free = [...before].filter(([key]) => !staying.has(key)).map(([, number]) => number);
  let made = Math.max(-1, ...before.values());
  return new Map(keys.map((key) => [key, before.get(key) ?? free.shift() ?? ++made]));
}

function keyOf({ id, source }: Item): string {
  return `${source} ${id}`;
}

function cameraOf(id: string): Item {
  return { id, source: 'camera' };
}

function screenOf(id: string): Item {
  return { id, source: 'screen_share' };
}
