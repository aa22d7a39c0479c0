import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from '../../base/class-map.js';
import type { Readable } from 'visio-core';
import { repeat } from '../../base/repeat.js';
import type { VisioElement } from '../../base/visio-element.js';
import { icon } from '../icon/icon.js';
import { Rows } from './rows.js';

/** How much is there above and below what is seen, in pixels. */
const MARGIN = 400;

/** Nearer to the end than this, in pixels, one is at the end, and stays there. */
const NEAR = 48;

/** A row, and how much of it is above what is seen. */
interface Anchor {
  readonly id: string;
  readonly hidden: number;
}

/** Where one is in a list. `null`: at its end. */
export type Place = Anchor | null;

/** What a list shows, as it is being rendered. Reads signals. */
export interface TailContent {
  /** What a screen reader calls it. */
  readonly label: string;
  /** For `part`. */
  readonly part: string;
  /** One row, an element of the class `row` and the role `listitem`; `nothing` for what is gone. */
  row(id: string, index: number, count: number): TemplateResult | typeof nothing;
  /** In place of rows, when there are none. */
  empty(): TemplateResult | typeof nothing;
}

/**
 * A long list that grows at its end, of which the rows in sight exist. Whoever has scrolled up stays where they are, and is
 * told what came since. A part of the element `host`, which calls it at each step of an update.
 */
export class TailList {
  protected readonly host: VisioElement;
  readonly #ids: () => Readable<readonly string[]>;
  readonly #onJump: () => void;
  readonly #rows = new Rows();
  /** How many came while one was not at the end. */
  #unseen = 0;
  #isAtEnd = true;
  /** The rows that exist, from the first to before the last. */
  #first = 0;
  #last = 0;
  /** The row at the top and how much of it is hidden: what must not move. */
  #anchor: Anchor | null = null;
  /** The part of the list that is seen. */
  #top = 0;
  #height = 600;
  #width = 0;
  #resize: ResizeObserver | undefined;

  /** `ids`: the keys of all rows in their order. `onJump`: one goes to the end, by the button for it. */
  constructor(host: VisioElement, ids: () => Readable<readonly string[]>, onJump: () => void) {
    this.host = host;
    this.#ids = ids;
    this.#onJump = onJump;
  }

  /** Once it is in the page. */
  begin(): void {
    this.#resize ??= new ResizeObserver(this.#onResize);
    this.#resize.observe(this.#scroller);
  }

  end(): void {
    this.#resize?.disconnect();
  }

  goToEnd(): void {
    if (this.#isAtEnd) return;
    this.#unseen = 0;
    this.#isAtEnd = true;
    this.host.requestUpdate();
  }

  get place(): Place {
    return this.#isAtEnd ? null : this.#anchor;
  }

  /** Back to where one was. */
  goBack(place: Place): void {
    if (place) this.#goTo(place);
    else this.goToEnd();
  }

  /** Shows a row in the middle, unless all of it is seen. */
  goTo(id: string): void {
    const index = this.#ids().peek().indexOf(id);
    const [start, end] = [this.#rows.startOf(index), this.#rows.startOf(index + 1)];
    if (index < 0 || (start >= this.#top && end <= this.#top + this.#height)) return;
    this.#goTo({ id, hidden: Math.min(0, (end - start - this.#height) / 2) });
  }

  #goTo(anchor: Anchor): void {
    const index = this.#ids().peek().indexOf(anchor.id);
    this.#isAtEnd = false;
    this.#anchor = anchor;
    this.#top = Math.max(0, this.#rows.startOf(Math.max(0, index)) + anchor.hidden);
    this.host.requestUpdate();
  }

  /** What it shows is something else from here on. */
  restart(): void {
    this.#rows.forget();
    this.#unseen = 0;
    this.#isAtEnd = true;
    this.host.requestUpdate();
  }

  /** Before a rendering: `fresh` of the rows came since the last one. */
  prepare(fresh: number): void {
    const ids = this.#ids().value;
    this.#rows.setIds(ids);
    if (!this.#isAtEnd) this.#unseen += fresh;
    const end = this.#isAtEnd ? this.#rows.total : this.#top + this.#height;
    this.#first = this.#rows.at(end - this.#height - MARGIN);
    this.#last = Math.min(ids.length, this.#rows.at(end + MARGIN) + 1);
  }

  render(content: TailContent) {
    const ids = this.#ids().value;
    return html`
      <div class="scroller" part=${content.part} role="log" aria-live="off" tabindex="0" aria-label=${content.label} @scroll=${this.#onScroll}>
        <div class="above"></div>
        <div class="rows" role=${ids.length > 0 ? 'list' : 'presentation'}>
          ${repeat(
            ids.slice(this.#first, this.#last),
            (id) => id,
            (id, index) => content.row(id, this.#first + index, ids.length),
          )}
        </div>
        <div class="below"></div>
      </div>
      ${ids.length === 0 ? content.empty() : nothing}
    `;
  }

  /** Over the list: back to its end. `news` says how many came since, `latest` is for none. */
  renderJump(news: (count: number) => string, latest: string) {
    if (this.#isAtEnd) return nothing;
    const count = this.#unseen;
    return html`
      <button class=${classMap({ button: true, jump: true, primary: count > 0 })} @click=${this.#onJump}>
        ${icon('chevron', 16)}${count > 0 ? news(count) : latest}
      </button>
    `;
  }

  /** Measures what exists, and puts it where it belongs. */
  settle(): void {
    const rows = this.#rows;
    this.#place();
    let isNews = false;
    [...this.#scroller.querySelectorAll('.row')].forEach((row, index) => {
      const { height } = row.getBoundingClientRect();
      // Out of sight nothing has a height.
      if (height > 0 && rows.setHeight(this.#first + index, height)) isNews = true;
    });
    if (isNews) this.#place();
    this.#hold();
    // After this update, which is about to end: it made too little, by heights that were not known.
    if (isNews && !this.#isFilled()) queueMicrotask(() => this.host.requestUpdate());
  }

  #place(): void {
    this.#find('.above').style.setProperty('block-size', `${this.#rows.startOf(this.#first)}px`);
    this.#find('.below').style.setProperty('block-size', `${this.#rows.total - this.#rows.startOf(this.#last)}px`);
  }

  /** Keeps what is seen in its place: the end, or the row at the top. */
  #hold(): void {
    const scroller = this.#scroller;
    if (this.#isAtEnd) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (this.#anchor) {
      const index = this.#ids().peek().indexOf(this.#anchor.id);
      const top = this.#rows.startOf(Math.max(0, index)) + (index < 0 ? 0 : this.#anchor.hidden);
      if (Math.abs(scroller.scrollTop - top) >= 1) scroller.scrollTop = top;
    }
    this.#noteTop();
  }

  #noteTop(): void {
    this.#top = this.#scroller.scrollTop;
    const ids = this.#ids().peek();
    const index = this.#rows.at(this.#top);
    const id = ids[index];
    this.#anchor = id === undefined ? null : { id, hidden: this.#top - this.#rows.startOf(index) };
  }

  /** Whether all that is seen exists. */
  #isFilled(): boolean {
    const rows = this.#rows;
    const isFilledAbove = this.#first === 0 || rows.startOf(this.#first) <= this.#top - MARGIN / 4;
    const isFilledBelow = this.#last === rows.count || rows.startOf(this.#last) >= this.#top + this.#height + MARGIN / 4;
    return isFilledAbove && isFilledBelow;
  }

  readonly #onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = this.#scroller;
    this.#noteTop();
    const wasAtEnd = this.#isAtEnd;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#isAtEnd) this.#unseen = 0;
    if (this.#isAtEnd !== wasAtEnd || !this.#isFilled()) this.host.requestUpdate();
  };

  readonly #onResize = () => {
    const { clientWidth, clientHeight } = this.#scroller;
    // Out of the page, or not shown.
    if (clientWidth === 0) return;
    if (clientWidth !== this.#width) this.#rows.forget();
    this.#width = clientWidth;
    this.#height = clientHeight;
    this.host.requestUpdate();
  };

  get #scroller(): HTMLElement {
    return this.#find('.scroller');
  }

  #find(selector: string): HTMLElement {
    return this.host.renderRoot.querySelector<HTMLElement>(selector)!;
  }
}
