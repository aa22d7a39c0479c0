import { html, nothing } from 'lit';
import type { ChatSearch } from 'visio-core';
import type { VisioElement } from '../../base/visio-element.js';
import { icon } from '../../ui/icon/icon.js';
import { TailList } from '../../ui/tail-list/tail-list.js';
import { BlobUrls } from './attachments.js';
import { renderMessage, type MessageContext } from './message.js';

/** The messages of a chat. A part of the element `host`, which calls it at each step of an update. */
export class MessageList extends TailList {
  readonly #urls = new BlobUrls();
  readonly #broken = new WeakSet<Blob>();
  /** What is looked for, and which of what was found one is at. */
  search: ChatSearch | null = null;
  current: string | undefined;

  /** `onJump`: one goes to the end, by the button for it. */
  constructor(host: VisioElement, onJump: () => void) {
    super(host, () => host.view.meeting.chat.ids, onJump);
  }

  override end(): void {
    this.#urls.keep(new Set());
    super.end();
  }

  renderMessages() {
    const { translator, meeting } = this.host.view;
    const context = this.#context();
    return this.render({
      label: translator.value.text('chat.log'),
      part: 'messages',
      row(id, index, count) {
        const message = meeting.chat.get(id).value;
        return message ? renderMessage(message, index, count, context) : nothing;
      },
      empty: () => this.#renderEmpty(),
    });
  }

  /** Of the message that one is at, the first mark: longer ones than the list are not shown by their row. */
  showMark(): void {
    const scroller = this.host.renderRoot.querySelector('.scroller')!;
    const mark = scroller.querySelector('.current mark');
    if (!mark) return;
    const [box, seen] = [mark.getBoundingClientRect(), scroller.getBoundingClientRect()];
    if (box.bottom > seen.bottom) scroller.scrollTop += box.bottom - seen.bottom + 24;
    else if (box.top < seen.top) scroller.scrollTop -= seen.top - box.top + 24;
  }

  /** Over the list: back to its end. */
  renderWayToEnd() {
    const { text } = this.host.view.translator.value;
    return this.renderJump((count) => text('chat.new', { count }), text('chat.latest'));
  }

  #renderEmpty() {
    const { text } = this.host.view.translator.value;
    return html`
      <div class="empty">
        ${icon('chat', 40)}
        <p class="title">${text('chat.empty')}</p>
        <p>${text('chat.emptyHint')}</p>
      </div>
    `;
  }

  #context(): MessageContext {
    const { translator, meeting } = this.host.view;
    return {
      translator: translator.value,
      urls: this.#urls,
      broken: this.#broken,
      marks: this.search?.marks ?? (() => []),
      current: this.current,
      onBroken: (blob) => {
        this.#broken.add(blob);
        this.host.requestUpdate();
      },
      cancel: ({ id }) => void meeting.chat.cancelFile(id).catch(() => undefined),
      retry: ({ id }) => void meeting.chat.retry(id).catch(() => undefined),
    };
  }
}
