import { html, type PropertyValues } from 'lit';
import { query } from '../../base/decorators.js';
import type { ChatMessage } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { emptyStyles } from '../../ui/empty/empty.styles.js';
import { markedStyles } from '../../ui/marked/marked.styles.js';
import { tailListStyles } from '../../ui/tail-list/tail-list.styles.js';
import { renderLiveLines } from '../real-time-text/live-lines.js';
import { liveLinesStyles } from '../real-time-text/live-lines.styles.js';
import { chatStyles } from './chat.styles.js';
import { Composer } from './composer.js';
import { composerStyles } from './composer.styles.js';
import type { Find } from './find.js';
import { findStyles } from './find.styles.js';
import { MessageList } from './message-list.js';
import { sayMessage } from './message.js';
import { messageStyles } from './message.styles.js';

/** Messages within this time, in milliseconds, are read out together. */
const GATHER = 1_000;

/**
 * The chat: messages, of which those in sight exist, and a field to write in. Enter sends, Shift + Enter starts a new
 * line. Whoever has scrolled up stays where they are, and is told what came since.
 *
 * @summary The chat of a call.
 *
 * @csspart messages - The messages.
 * @csspart search - The field to look for words in, with its buttons.
 * @csspart message - One message.
 * @csspart mark - What was looked for, in a message.
 * @csspart file - A file of a message.
 * @csspart live-lines - What others are writing, letter by letter.
 * @csspart composer - The field to write in, with its button.
 */
export class VisioChat extends VisioElement {
  static override styles = [baseStyles, emptyStyles, chatStyles, tailListStyles, messageStyles, liveLinesStyles, composerStyles, markedStyles, findStyles];

  @query('[aria-live=polite]') private voice!: HTMLElement;

  readonly #list = new MessageList(this, () => this.#goToEnd());
  readonly #composer = new Composer(
    this,
    () => this.#goToEnd(),
    () => this.#say(this.view.translator.peek().text('chat.failed')),
  );
  /** Fetched when one first looks for something. */
  #find: Find | null = null;
  #lastId: string | undefined;
  /** What came, and is still to be read out. */
  #news: ChatMessage[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stopWatching: (() => void) | undefined;

  /** Goes to the field. */
  override focus(options?: FocusOptions): void {
    this.#composer.focus(options);
  }

  /** Opens the search, or goes back to it; `opener` gets the focus in the end. */
  async openSearch(opener: HTMLElement): Promise<void> {
    const code = await import('./find.js').catch(() => null);
    if (!code) return void this.meeting.notices.show({ kind: 'failure', text: { key: 'error.ENGINE_LOAD_FAILED' }, icon: 'alert', urgency: 'high' });
    this.#find ??= new code.Find(this, this.#list, (words) => this.#say(words));
    await this.#find.open(opener);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  protected override firstUpdated(): void {
    this.#begin();
  }

  #begin(): void {
    this.#stopWatching ??= this.meeting.chat.watch();
    this.#list.begin();
  }

  #end(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#list.end();
    this.#find?.end();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#news = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const fresh = this.#findFresh();
    this.#list.prepare(fresh.length);
    this.#noteNews(fresh);
  }

  protected override render() {
    const hasMessages = this.meeting.chat.ids.value.length > 0;
    return html`
      ${this.#find?.render()}
      <div class="list">${this.#list.renderMessages()}${this.#composer.renderDrop()}${this.#list.renderWayToEnd()}</div>
      ${renderLiveLines(this.view)} ${this.#composer.render(hasMessages)}
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) untracked(() => this.#list.settle());
  }

  #goToEnd(): void {
    this.#list.goToEnd();
    this.#composer.focus({ preventScroll: true });
  }

  /** What came since the last update; what was there at first is not news. */
  #findFresh(): readonly string[] {
    const ids = this.meeting.chat.ids.value;
    const last = ids.at(-1);
    if (last === this.#lastId) return [];
    const before = this.#lastId === undefined ? -1 : ids.lastIndexOf(this.#lastId);
    this.#lastId = last;
    return this.hasUpdated ? ids.slice(before + 1) : [];
  }

  #noteNews(fresh: readonly string[]): void {
    for (const id of fresh.slice(-2)) {
      const message = this.meeting.chat.get(id).peek();
      if (message && !message.isLocal) this.#news.push(message);
    }
    if (this.#news.length > 0) this.#timer ??= setTimeout(this.#readOut, GATHER);
  }

  readonly #readOut = () => {
    const [only, more] = this.#news;
    const translator = this.view.translator.peek();
    this.#timer = undefined;
    if (only && this.meeting.notices.preferences.peek().sayMessages) {
      this.#say(more ? translator.text('chat.new', { count: this.#news.length }) : sayMessage(only, translator));
    }
    this.#news = [];
  };

  /** Words for the ear, written into the page directly: no reason to render. */
  #say(words: string): void {
    this.voice.textContent = words;
  }
}
