import { html, nothing } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Readable } from 'visio-core';
import type { VisioElement } from '../../base/visio-element.js';
import { icon } from '../../ui/icon/icon.js';
import { BlobUrls } from './attachments.js';
import { renderMessage, type MessageContext } from './message.js';
import { Rows } from './rows.js';

/** How much is there above and below what is seen, in pixels. */
const MARGIN = 400;

/** Nearer to the end than this, in pixels, one is at the end, and stays there. */
const NEAR = 48;

/**
 * The messages of a chat, of which those in sight exist. Whoever has scrolled up stays where they are, and is told what
 * came since. A part of the element `host`, which calls it at each step of an update.
 */
export class MessageList {
  readonly #host: VisioElement;
  readonly #onJump: () => void;
  readonly #rows = new Rows();
  readonly #urls = new BlobUrls();
  readonly #broken = new WeakSet<Blob>();
  /** How many came while one was not at the end. */
  #unseen = 0;
  #isAtEnd = true;
  /** The rows that exist, from the first to before the last. */
  #first = 0;
  #last = 0;
  /** The row at the top and how much of it is hidden: what must not move. */
  #anchor: { id: string; hidden: number } | null = null;
  /** The part of the list that is seen. */
  #top = 0;
  #height = 600;
  #width = 0;
  #resize: ResizeObserver | undefined;

  /** `onJump`: one goes to the end, by the button for it. */
  constructor(host: VisioElement, onJump: () => void) {
    this.#host = host;
    this.#onJump = onJump;
  }

  /** Once it is in the page. */
  begin(): void {
    this.#resize ??= new ResizeObserver(this.#onResize);
    this.#resize.observe(this.#scroller);
  }

  end(): void {
    this.#urls.keep(new Set());
    this.#resize?.disconnect();
  }

  goToEnd(): void {
    if (this.#isAtEnd) return;
    this.#unseen = 0;
    this.#isAtEnd = true;
    this.#host.requestUpdate();
  }

  /** Before a rendering: `fresh` of the messages came since the last one. */
  prepare(fresh: number): void {
    const ids = this.#ids.value;
    this.#rows.setIds(ids);
    if (!this.#isAtEnd) this.#unseen += fresh;
    const end = this.#isAtEnd ? this.#rows.total : this.#top + this.#height;
    this.#first = this.#rows.at(end - this.#height - MARGIN);
    this.#last = Math.min(ids.length, this.#rows.at(end + MARGIN) + 1);
  }

  render() {
    const { text } = this.#host.view.translator.value;
    const { chat } = this.#host.view.meeting;
    const ids = this.#ids.value;
    const context = this.#context();
    return html`
      <div class="scroller" part="messages" role="log" aria-live="off" tabindex="0" aria-label=${text('chat.log')} @scroll=${this.#onScroll}>
        <div class="above"></div>
        <div class="rows" role=${ids.length > 0 ? 'list' : 'presentation'}>
          ${repeat(
            ids.slice(this.#first, this.#last),
            (id) => id,
            (id, index) => {
              const message = chat.get(id).value;
              return message ? renderMessage(message, this.#first + index, ids.length, context) : nothing;
            },
          )}
        </div>
        <div class="below"></div>
      </div>
      ${ids.length === 0 ? this.#renderEmpty() : nothing}
    `;
  }

  /** Over the list: back to its end. */
  renderJump() {
    if (this.#isAtEnd) return nothing;
    const { text } = this.#host.view.translator.value;
    const count = this.#unseen;
    return html`
      <button class=${classMap({ button: true, jump: true, primary: count > 0 })} @click=${this.#onJump}>
        ${icon('chevron')}${count > 0 ? text('chat.new', { count }) : text('chat.latest')}
      </button>
    `;
  }

  #renderEmpty() {
    const { text } = this.#host.view.translator.value;
    return html`
      <div class="empty">
        ${icon('chat')}
        <p class="title">${text('chat.empty')}</p>
        <p>${text('chat.emptyHint')}</p>
      </div>
    `;
  }

  #context(): MessageContext {
    const { translator, meeting } = this.#host.view;
    return {
      translator: translator.value,
      urls: this.#urls,
      broken: this.#broken,
      onBroken: (blob) => {
        this.#broken.add(blob);
        this.#host.requestUpdate();
      },
      cancel: ({ id }) => void meeting.chat.cancelFile(id).catch(() => undefined),
      retry: ({ id }) => void meeting.chat.retry(id).catch(() => undefined),
    };
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
    if (isNews && !this.#isFilled()) queueMicrotask(() => this.#host.requestUpdate());
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
      const index = this.#ids.peek().indexOf(this.#anchor.id);
      const top = this.#rows.startOf(Math.max(0, index)) + (index < 0 ? 0 : this.#anchor.hidden);
      if (Math.abs(scroller.scrollTop - top) >= 1) scroller.scrollTop = top;
    }
    this.#noteTop();
  }

  #noteTop(): void {
    this.#top = this.#scroller.scrollTop;
    const ids = this.#ids.peek();
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
    if (this.#isAtEnd !== wasAtEnd || !this.#isFilled()) this.#host.requestUpdate();
  };

  readonly #onResize = () => {
    const { clientWidth, clientHeight } = this.#scroller;
    // Out of the page, or not shown.
    if (clientWidth === 0) return;
    if (clientWidth !== this.#width) this.#rows.forget();
    this.#width = clientWidth;
    this.#height = clientHeight;
    this.#host.requestUpdate();
  };

  get #ids(): Readable<readonly string[]> {
    return this.#host.view.meeting.chat.ids;
  }

  get #scroller(): HTMLElement {
    return this.#find('.scroller');
  }

  #find(selector: string): HTMLElement {
    return this.#host.renderRoot.querySelector<HTMLElement>(selector)!;
  }
}
