import { html, nothing } from 'lit';
import { classMap } from '../../base/class-map.js';
import { isVisioError } from 'visio-core';
import { saveFile } from '../../base/save-file.js';
import type { VisioElement } from '../../base/visio-element.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { filesOf, formatSize } from './attachments.js';

export const SEND = 'M5 12H11.5M4.6 4.9L19.6 11.4Q20.8 12 19.6 12.6L4.6 19.1Q3.6 19.5 3.8 18.4L5 12L3.8 5.6Q3.6 4.5 4.6 4.9';
export const ATTACH = 'M19.5 11.5l-7.4 7.4c-1.8 1.8-4.7 1.8-6.5 0s-1.8-4.7 0-6.5l7.7-7.7c1.2-1.2 3.2-1.2 4.4 0s1.2 3.2 0 4.4l-7.6 7.6c-.6 .6-1.5 .6-2.1 0s-.6-1.5 0-2.1l6.9-6.9';
export const SAVE = 'M12 4.5V15M8 11L12 15L16 11M5 19.5H19';
/** A line that is being written. */
export const LIVE = 'M3.5 7.5H13.5M3.5 12H10.5M3.5 16.5H7.5M11.5 19.5l.7-3l6.6-6.6c.6-.6 1.7-.6 2.3 0s.6 1.7 0 2.3L11.5 19.5';

/** How many files are taken at once. */
const FILES_AT_ONCE = 10;

/** From here on one is told how many characters are left. */
const TELL_LEFT = 200;

/**
 * The field to write in, and what is sent from there: words, and files that are chosen, pasted or dropped anywhere on
 * the chat. Enter sends, Shift + Enter starts a new line. A part of the element `host`.
 */
export class Composer {
  readonly #host: VisioElement;
  readonly #onSent: () => void;
  readonly #onFailed: () => void;
  #draft = '';
  /** Why a file was not taken, in words. */
  #problem = '';
  #isDropTarget = false;
  /** Whether what is in the field is being sent, and not in the list yet. */
  #waits = false;

  /** `onSent`: something of one's own is in the list. `onFailed`: words were not sent. */
  constructor(host: VisioElement, onSent: () => void, onFailed: () => void) {
    this.#host = host;
    this.#onSent = onSent;
    this.#onFailed = onFailed;
    host.addEventListener('dragover', this.#onDrag);
    host.addEventListener('dragleave', this.#onDragEnd);
    host.addEventListener('drop', this.#onDrop);
  }

  focus(options?: FocusOptions): void {
    this.#field.focus(options);
  }

  render(hasMessages: boolean) {
    const { text } = this.#host.view.translator.value;
    const left = this.#chat.maxLength - this.#draft.length;
    const save = text('chat.save');
    const isLive = this.#host.view.meeting.realTimeText.enabled.value;
    return html`
      <form class="composer" part="composer" @submit=${this.#onSubmit}>
        <div class="problem" role="status">${this.#problem}</div>
        ${this.#renderField()}
        <div class="foot">
          <span id="hint" class=${classMap({ few: left <= TELL_LEFT, keys: !isLive })}>${left <= TELL_LEFT ? text('chat.left', { count: left }) : text(isLive ? 'rtt.on' : 'chat.hint')}</span>
          <button class="button square quiet" type="button" aria-label=${text('rtt.title')} title=${text('rtt.title')} aria-pressed=${isLive} @click=${this.#toggleLive}>${drawIcon(LIVE)}</button>
          ${hasMessages ? html`<button class="button square quiet save" type="button" aria-label=${save} title=${save} @click=${this.#save}>${drawIcon(SAVE)}</button>` : nothing}
        </div>
      </form>
    `;
  }

  #renderField() {
    const { text } = this.#host.view.translator.value;
    const { maxLength, fileLimit } = this.#chat;
    const attach = text('chat.attach');
    const label = text('chat.send');
    return html`
      <div class="field">
        ${fileLimit > 0
          ? html`<input type="file" multiple hidden tabindex="-1" aria-label=${attach} @change=${this.#onPick} />
              <button class="button square" type="button" aria-label=${attach} title=${attach} @click=${this.#openPicker}>${drawIcon(ATTACH)}</button>`
          : nothing}
        <textarea
          rows="1"
          maxlength=${maxLength}
          .enterKeyHint=${'send'}
          autocomplete="off"
          aria-label=${text('chat.field')}
          aria-describedby="hint"
          placeholder=${text('chat.placeholder')}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @paste=${this.#onPaste}
        ></textarea>
        <button class="button primary square" type="submit" aria-label=${label} title=${label} aria-disabled=${this.#draft.trim() === ''}>${drawIcon(SEND)}</button>
      </div>
    `;
  }

  /** Over the list, while files are dragged over the chat. */
  renderDrop() {
    return this.#isDropTarget ? html`<div class="drop">${this.#host.view.translator.value.text('chat.drop')}</div>` : nothing;
  }

  readonly #onInput = () => this.#setDraft(this.#field.value);

  #setDraft(draft: string): void {
    this.#draft = draft;
    this.#host.view.meeting.realTimeText.write(draft);
    this.#host.requestUpdate();
    // As high as what is written, within what the styles allow.
    const field = this.#field;
    if (field.value !== draft) field.value = draft;
    field.style.setProperty('block-size', 'auto');
    field.style.setProperty('block-size', `${field.scrollHeight + 2}px`);
  }

  readonly #onKey = (event: KeyboardEvent) => {
    // While a word is being composed Enter chooses it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#send();
  };

  readonly #onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    this.#send();
  };

  #send(): void {
    const draft = this.#draft;
    if (draft.trim() === '' || this.#waits) return;
    const chat = this.#chat;
    const before = chat.ids.peek();
    const sending = chat.send(draft);
    // The host prevented it, it cannot be now, or its code is still being fetched: nothing that was written is lost.
    const isTaken = chat.ids.peek() !== before;
    this.#waits = !isTaken;
    sending
      .then(() => {
        if (!isTaken && this.#draft === draft) this.#clear();
      }, this.#onFailed)
      .finally(() => {
        this.#waits = false;
      });
    if (isTaken) this.#clear();
  }

  #clear(): void {
    this.#setDraft('');
    this.#onSent();
  }

  readonly #openPicker = () => this.#picker?.click();

  readonly #onPick = () => {
    const picker = this.#picker;
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
    this.#setDropTarget(true);
  };

  readonly #onDragEnd = (event: DragEvent) => {
    if (!this.#host.contains(event.relatedTarget as Node | null)) this.#setDropTarget(false);
  };

  readonly #onDrop = (event: DragEvent) => {
    this.#setDropTarget(false);
    if (!event.dataTransfer?.types.includes('Files')) return;
    // Never opened in place of the page, either.
    event.preventDefault();
    if (this.#canSendFiles) this.#sendFiles(filesOf(event.dataTransfer));
  };

  #setDropTarget(isDropTarget: boolean): void {
    // A drag tells of itself many times a second.
    if (isDropTarget === this.#isDropTarget) return;
    this.#isDropTarget = isDropTarget;
    this.#host.requestUpdate();
  }

  #sendFiles(files: readonly File[]): void {
    const chat = this.#chat;
    const { text, language } = this.#host.view.translator.peek();
    this.#tell('');
    for (const file of files.slice(0, FILES_AT_ONCE)) {
      if (file.size > chat.fileLimit) {
        this.#tell(text('chat.fileLimit', { size: formatSize(chat.fileLimit, language) }));
        continue;
      }
      chat.sendFile(file).catch((error: unknown) => {
        // What is in the list tells for itself.
        if (isVisioError(error) && error.code === 'INVALID_ARGUMENT') this.#tell(text('chat.fileUnreadable'));
      });
      this.#onSent();
    }
  }

  #tell(problem: string): void {
    if (problem === this.#problem) return;
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  /** Whether others see each letter. */
  readonly #toggleLive = () => {
    const { realTimeText } = this.#host.view.meeting;
    void realTimeText.setEnabled(!realTimeText.enabled.peek()).catch(() => undefined);
  };

  readonly #save = () => {
    saveFile(this.#chat.exportText(), 'text/plain', this.#host.view.translator.peek().text('chat.file'), 'txt');
  };

  get #chat() {
    return this.#host.view.meeting.chat;
  }

  get #canSendFiles(): boolean {
    return this.#chat.sendFile.enabled.peek();
  }

  get #field(): HTMLTextAreaElement {
    return this.#host.renderRoot.querySelector('textarea')!;
  }

  get #picker(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('input[type=file]');
  }
}
