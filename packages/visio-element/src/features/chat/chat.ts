import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { isVisioError, type ChatMessage } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { BlobUrls, filesOf, formatSize, renderFile, type FileView } from './attachments.js';
import { chatStyles } from './chat.styles.js';
import { findLinks } from './links.js';
import { Rows } from './rows.js';

const SEND = 'M5 12h6.5M4.6 4.9l15 6.5a.7.7 0 0 1 0 1.2l-15 6.5a.6.6 0 0 1-.8-.7L5 12 3.8 5.6a.6.6 0 0 1 .8-.7z';
const ATTACH = 'M19.5 11.5l-7.4 7.4a4.6 4.6 0 0 1-6.5-6.5l7.7-7.7a3.1 3.1 0 0 1 4.4 4.4l-7.6 7.6a1.5 1.5 0 0 1-2.1-2.1l6.9-6.9';
const SAVE = 'M12 4.5v10M8 11l4 4 4-4M5 19.5h14';

/** How much is there above and below what is seen, in pixels. */
const MARGIN = 400;

/** Nearer to the end than this, in pixels, one is at the end, and stays there. */
const NEAR = 48;

/** Messages within this time, in milliseconds, are read out together. */
const GATHER = 1_000;

/** How much of a message is read out by itself, in characters. */
const READ_OUT = 200;

/** How many files are taken at once. */
const FILES_AT_ONCE = 10;

/** From here on one is told how many characters are left. */
const TELL_LEFT = 200;

/**
 * The chat: messages, of which those in sight exist, and a field to write in. Enter sends, Shift + Enter starts a new
 * line. Whoever has scrolled up stays where they are, and is told what came since.
 *
 * @summary The chat of a call.
 *
 * @csspart messages - The messages.
 * @csspart message - One message.
 * @csspart file - A file of a message.
 * @csspart composer - The field to write in, with its button.
 */
export class VisioChat extends VisioElement {
  static override styles = [baseStyles, chatStyles];

  @query('.scroller') private scroller!: HTMLElement;
  @query('.above') private above!: HTMLElement;
  @query('.below') private below!: HTMLElement;
  @query('textarea') private field!: HTMLTextAreaElement;
  @query('[aria-live=polite]') private voice!: HTMLElement;
  @query('input[type=file]') private picker?: HTMLInputElement;

  @state() private draft = '';
  /** How many came while one was not at the end. */
  @state() private unseen = 0;
  @state() private isAtEnd = true;
  /** Why a file was not taken, in words. */
  @state() private problem = '';
  @state() private isDropTarget = false;

  readonly #rows = new Rows();
  readonly #urls = new BlobUrls();
  readonly #broken = new WeakSet<Blob>();
  /** The rows that exist, from the first to before the last. */
  #first = 0;
  #last = 0;
  /** The row at the top and how much of it is hidden: what must not move. */
  #anchor: { id: string; hidden: number } | null = null;
  #lastId: string | undefined;
  /** The part of the list that is seen. */
  #top = 0;
  #height = 600;
  #width = 0;
  #format: { readonly language: string; readonly short: Intl.DateTimeFormat; readonly long: Intl.DateTimeFormat } | null = null;
  #stopWatching: (() => void) | undefined;
  #resize: ResizeObserver | undefined;
  #news: ChatMessage[] = [];
  /** Whether what is in the field is being sent, and not in the list yet. */
  #waits = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Goes to the field. */
  override focus(options?: FocusOptions): void {
    this.field.focus(options);
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
    this.addEventListener('dragover', this.#onDrag);
    this.addEventListener('dragleave', this.#onDragEnd);
    this.addEventListener('drop', this.#onDrop);
    // The addresses of pictures were taken back.
    this.requestUpdate();
    this.#resize ??= new ResizeObserver(this.#onResize);
    this.#resize.observe(this.scroller);
  }

  #end(): void {
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#urls.keep(new Set());
    this.#resize?.disconnect();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#news = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const ids = this.meeting.chat.ids.value;
    this.#rows.setIds(ids);
    this.#noteNews(ids);
    const end = this.isAtEnd ? this.#rows.total : this.#top + this.#height;
    this.#first = this.#rows.at(end - this.#height - MARGIN);
    this.#last = Math.min(ids.length, this.#rows.at(end + MARGIN) + 1);
  }

  /** What came since the last update. */
  #noteNews(ids: readonly string[]): void {
    const last = ids.at(-1);
    if (last === this.#lastId) return;
    const before = this.#lastId === undefined ? -1 : ids.lastIndexOf(this.#lastId);
    this.#lastId = last;
    if (!this.hasUpdated) return;
    const fresh = ids.slice(before + 1);
    if (!this.isAtEnd) this.unseen += fresh.length;
    for (const id of fresh.slice(-2)) {
      const message = this.meeting.chat.get(id).peek();
      if (message && !message.isLocal) this.#news.push(message);
    }
    if (this.#news.length > 0) this.#timer ??= setTimeout(this.#readOut, GATHER);
  }

  /** Words for the ear, written into the page directly: no reason to render. */
  readonly #readOut = () => {
    const [only, more] = this.#news;
    const { text } = this.view.translator.peek();
    this.#timer = undefined;
    if (only && this.meeting.notices.preferences.peek().sayMessages) this.voice.textContent = more ? text('chat.new', { count: this.#news.length }) : text('chat.says', { name: only.name || text('meeting.guest'), text: only.text.slice(0, READ_OUT) });
    this.#news = [];
  };

  protected override render() {
    const { chat } = this.meeting;
    const ids = chat.ids.value;
    const shown = ids.slice(this.#first, this.#last);
    const newest = this.unseen > 0 ? this.text('chat.new', { count: this.unseen }) : this.text('chat.latest');
    return html`
      <div class="messages">
        <div class="scroller" part="messages" role="log" aria-live="off" tabindex="0" aria-label=${this.text('chat.log')} @scroll=${this.#onScroll}>
          <div class="above"></div>
          <div class="rows" role=${ids.length > 0 ? 'list' : 'presentation'}>
            ${repeat(
              shown,
              (id) => id,
              (id, index) => this.#renderMessage(chat.get(id).value, this.#first + index, ids.length),
            )}
          </div>
          <div class="below"></div>
        </div>
        ${ids.length === 0 ? this.#renderEmpty() : nothing}
        ${this.isDropTarget ? html`<div class="drop">${this.text('chat.drop')}</div>` : nothing}
        ${this.isAtEnd
          ? nothing
          : html`<button class=${classMap({ button: true, jump: true, primary: this.unseen > 0 })} @click=${this.#goToEnd}>${icon('chevron')}${newest}</button>`}
      </div>
      ${this.#renderComposer(ids.length > 0)}
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  #renderEmpty() {
    return html`
      <div class="empty">
        ${icon('chat')}
        <p class="title">${this.text('chat.empty')}</p>
        <p>${this.text('chat.emptyHint')}</p>
      </div>
    `;
  }

  #renderMessage(message: ChatMessage | undefined, index: number, count: number) {
    if (!message) return nothing;
    const { id, isLocal, text, files, edited, state } = message;
    const isOnlyFile = files.length === 1 && files[0]!.name === text;
    const isCancelled = files.some((file) => file.state === 'cancelled');
    const startsGroup = message.startsGroup || index === 0;
    return html`
      <div class=${classMap({ row: true, own: isLocal, start: startsGroup })} part="message" role="listitem" aria-setsize=${count} aria-posinset=${index + 1}>
        ${startsGroup ? this.#renderSender(message) : nothing}
        ${isOnlyFile ? nothing : html`<div class=${classMap({ bubble: true, [state]: true })} dir="auto">${findLinks(text).map(({ text, href }) =>
          href === undefined ? text : html`<a href=${href} target="_blank" rel="noopener noreferrer">${text}</a>`,
        )}</div>`}
        ${files.map((file) => renderFile(message, file, this.#fileView()))}
        ${edited ? html`<span class="note">${this.text('chat.edited')}</span>` : nothing}
        ${state === 'sending' && files.length === 0 ? html`<span class="note late">${this.text('chat.sending')}</span>` : nothing}
        ${state === 'failed'
          ? html`<span class="note bad">${icon('alert')}${this.text(isCancelled ? 'chat.fileCancelled' : 'chat.failed')}<button class="button plain" @click=${() => this.#retry(id)}>${this.text('chat.retry')}</button></span>`
          : nothing}
      </div>
    `;
  }

  #renderSender({ isLocal, name, sentAt }: ChatMessage) {
    const { short, long } = this.#formats();
    const date = new Date(sentAt);
    return html`
      <div class="sender">
        <bdi>${isLocal ? this.text('meeting.you') : name || this.text('meeting.guest')}</bdi>
        <time datetime=${date.toISOString()} title=${long.format(date)}>${short.format(date)}</time>
      </div>
    `;
  }

  #formats() {
    const { language } = this.view.translator.value;
    if (this.#format?.language !== language) {
      this.#format = {
        language,
        short: new Intl.DateTimeFormat(language, { timeStyle: 'short' }),
        long: new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }),
      };
    }
    return this.#format;
  }

  #fileView(): FileView {
    return {
      translator: this.view.translator.value,
      urls: this.#urls,
      broken: this.#broken,
      onBroken: (blob) => {
        this.#broken.add(blob);
        this.requestUpdate();
      },
      cancel: (message) => void this.meeting.chat.cancelFile(message.id).catch(() => undefined),
    };
  }

  #renderComposer(hasMessages: boolean) {
    const { maxLength, fileLimit } = this.meeting.chat;
    const attach = this.text('chat.attach');
    const left = maxLength - this.draft.length;
    const label = this.text('chat.send');
    const save = this.text('chat.save');
    return html`
      <form class="composer" part="composer" @submit=${this.#onSubmit}>
        <div class="problem" role="status">${this.problem}</div>
        <div class="field">
          ${fileLimit > 0
            ? html`<input type="file" multiple hidden tabindex="-1" aria-label=${attach} @change=${this.#onPick} />
                <button class="button square" type="button" aria-label=${attach} title=${attach} @click=${() => this.picker?.click()}>${drawIcon(ATTACH)}</button>`
            : nothing}
          <textarea
            rows="1"
            maxlength=${maxLength}
            .enterKeyHint=${'send'}
            autocomplete="off"
            aria-label=${this.text('chat.field')}
            aria-describedby="hint"
            placeholder=${this.text('chat.placeholder')}
            @input=${this.#onInput}
            @keydown=${this.#onKey}
            @paste=${this.#onPaste}
          ></textarea>
          <button class="button primary square" type="submit" aria-label=${label} title=${label} aria-disabled=${this.draft.trim() === ''}>${drawIcon(SEND)}</button>
        </div>
        <div class="foot">
          <span id="hint" class=${classMap({ few: left <= TELL_LEFT })}>${left <= TELL_LEFT ? this.text('chat.left', { count: left }) : this.text('chat.hint')}</span>
          ${hasMessages ? html`<button class="button square save" type="button" aria-label=${save} title=${save} @click=${this.#save}>${drawIcon(SAVE)}</button>` : nothing}
        </div>
      </form>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) untracked(() => this.#settle());
  }

  /** Measures what exists, and puts it where it belongs. */
  #settle(): void {
    const rows = this.#rows;
    this.#place();
    let isNews = false;
    [...this.renderRoot.querySelectorAll('.row')].forEach((row, index) => {
      const { height } = row.getBoundingClientRect();
      // Out of sight nothing has a height.
      if (height > 0 && rows.setHeight(this.#first + index, height)) isNews = true;
    });
    if (isNews) this.#place();
    this.#hold();
    if (isNews && !this.#isFilled()) this.requestUpdate();
  }

  #place(): void {
    this.above.style.setProperty('block-size', `${this.#rows.startOf(this.#first)}px`);
    this.below.style.setProperty('block-size', `${this.#rows.total - this.#rows.startOf(this.#last)}px`);
  }

  /** Keeps what is seen in its place: the end, or the row at the top. */
  #hold(): void {
    const { scroller } = this;
    if (this.isAtEnd) {
      scroller.scrollTop = scroller.scrollHeight;
    } else if (this.#anchor) {
      const index = this.meeting.chat.ids.peek().indexOf(this.#anchor.id);
      const top = this.#rows.startOf(Math.max(0, index)) + (index < 0 ? 0 : this.#anchor.hidden);
      if (Math.abs(scroller.scrollTop - top) >= 1) scroller.scrollTop = top;
    }
    this.#noteTop();
  }

  #noteTop(): void {
    this.#top = this.scroller.scrollTop;
    const ids = this.meeting.chat.ids.peek();
    const index = this.#rows.at(this.#top);
    const id = ids[index];
    this.#anchor = id === undefined ? null : { id, hidden: this.#top - this.#rows.startOf(index) };
  }

  /** Whether all that is seen exists. */
  #isFilled(): boolean {
    const { startOf } = { startOf: (index: number) => this.#rows.startOf(index) };
    const isFilledAbove = this.#first === 0 || startOf(this.#first) <= this.#top - MARGIN / 4;
    const isFilledBelow = this.#last === this.#rows.count || startOf(this.#last) >= this.#top + this.#height + MARGIN / 4;
    return isFilledAbove && isFilledBelow;
  }

  readonly #onScroll = () => {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.#noteTop();
    this.isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.isAtEnd) this.unseen = 0;
    if (!this.#isFilled()) this.requestUpdate();
  };

  readonly #onResize = () => {
    const { clientWidth, clientHeight } = this.scroller;
    // Out of the page, or not shown.
    if (clientWidth === 0) return;
    if (clientWidth !== this.#width) this.#rows.forget();
    this.#width = clientWidth;
    this.#height = clientHeight;
    this.requestUpdate();
  };

  readonly #goToEnd = () => {
    this.unseen = 0;
    this.isAtEnd = true;
    this.field.focus({ preventScroll: true });
  };

  readonly #onInput = () => {
    this.draft = this.field.value;
    this.#fit();
  };

  /** As high as what is written, within what the styles allow. */
  #fit(): void {
    this.field.style.setProperty('block-size', 'auto');
    this.field.style.setProperty('block-size', `${this.field.scrollHeight + 2}px`);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    // While a word is being composed Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onPick = () => {
    const { picker } = this;
    this.#sendFiles([...(picker?.files ?? [])]);
    // The same file may be chosen again.
    if (picker) picker.value = '';
  };

  readonly #onPaste = (event: ClipboardEvent) => {
    const files = this.#canSendFiles ? filesOf(event.clipboardData) : [];
    // Text that was copied from a document brings a picture of itself.
    if (files.length === 0 || event.clipboardData?.types.includes('text/plain')) return;
    event.preventDefault();
    this.#sendFiles(files);
  };

  readonly #onDrag = (event: DragEvent) => {
    if (!this.#canSendFiles || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.isDropTarget = true;
  };

  readonly #onDragEnd = (event: DragEvent) => {
    if (!this.contains(event.relatedTarget as Node | null)) this.isDropTarget = false;
  };

  readonly #onDrop = (event: DragEvent) => {
    this.isDropTarget = false;
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Never opened in place of the page, either.
    event.preventDefault();
    if (this.#canSendFiles) this.#sendFiles(filesOf(event.dataTransfer));
  };

  get #canSendFiles(): boolean {
    return this.meeting.chat.sendFile.enabled.peek();
  }

  #sendFiles(files: readonly File[]): void {
    const { chat } = this.meeting;
    const { text, language } = this.view.translator.peek();
    this.problem = '';
    for (const file of files.slice(0, FILES_AT_ONCE)) {
      if (file.size > chat.fileLimit) {
        this.problem = text('chat.fileLimit', { size: formatSize(chat.fileLimit, language) });
        continue;
      }
      chat.sendFile(file).catch((error: unknown) => {
        // What is in the list tells for itself.
        if (isVisioError(error) && error.code === 'INVALID_ARGUMENT') this.problem = text('chat.fileUnreadable');
      });
      this.#goToEnd();
    }
  }

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    const { draft } = this;
    if (draft.trim() === '' || this.#waits) return;
    const { chat } = this.meeting;
    const before = chat.ids.peek();
    const sending = chat.send(draft);
    // The host prevented it, it cannot be now, or its code is still being fetched: nothing that was written is lost.
    const isTaken = chat.ids.peek() !== before;
    this.#waits = !isTaken;
    sending.then(
      () => {
        if (!isTaken && this.draft === draft) this.#clearDraft();
      },
      () => {
        this.voice.textContent = this.view.translator.peek().text('chat.failed');
      },
    ).finally(() => {
      this.#waits = false;
    });
    if (isTaken) this.#clearDraft();
  }

  #clearDraft(): void {
    this.#setDraft('');
    this.#goToEnd();
  }

  #setDraft(draft: string): void {
    this.draft = draft;
    this.field.value = draft;
    this.#fit();
  }

  #retry(id: string): void {
    this.meeting.chat.retry(id).catch(() => undefined);
  }

  readonly #save = () => {
    const file = new Blob([this.meeting.chat.exportText()], { type: 'text/plain;charset=utf-8' });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${this.view.translator.peek().text('chat.file')}-${new Date().toISOString().slice(0, 10)}.txt`;
    link.click();
    // A browser reads it after the click.
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };
}
