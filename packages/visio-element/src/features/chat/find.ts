import { html } from 'lit';
import { classMap } from '../../base/class-map.js';
import type { ChatSearch } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import type { VisioElement } from '../../base/visio-element.js';
import { icon } from '../../ui/icon/icon.js';
import type { Place } from '../../ui/tail-list/tail-list.js';
import type { MessageList } from './message-list.js';
import { sayMessage } from './message.js';

/** The longest text that is looked for, in characters: as in the core. */
const LIMIT = 200;

/** How long after a letter is said how much was found, in milliseconds. */
const PAUSE = 800;

/**
 * Looks for words in the messages: marks them where they are, and goes from one message that has them to the next. Enter
 * goes down, Shift + Enter goes up, Escape leaves everything as it was. A part of the element `host`.
 */
export class Find {
  readonly #host: VisioElement;
  readonly #list: MessageList;
  readonly #say: (words: string) => void;
  #isOpen = false;
  /** Counts what was looked for: an answer to what is no longer looked for is none. */
  #turn = 0;
  #problem = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Where the focus and the list were before. */
  #opener: HTMLElement | null = null;
  #place: Place = null;

  constructor(host: VisioElement, list: MessageList, say: (words: string) => void) {
    this.#host = host;
    this.#list = list;
    this.#say = say;
  }

  /** Opens it, or goes back to it. */
  async open(opener: HTMLElement): Promise<void> {
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.#opener = opener;
      this.#place = this.#list.place;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
    }
    this.#field?.select();
    this.#field?.focus({ preventScroll: true });
  }

  /** The element is out of the page. */
  end(): void {
    clearTimeout(this.#timer);
  }

  render() {
    if (!this.#isOpen) return '';
    const { text } = this.#host.view.translator.value;
    const found = this.#list.search?.found.value;
    const at = found?.indexOf(this.#list.current ?? '') ?? -1;
    const count = found?.length ?? 0;
    const words = !found ? '' : count === 0 ? text('chat.search.none') : text('chat.search.at', { position: at + 1, count });
    const step = (by: 1 | -1) => {
      const label = text(by > 0 ? 'chat.search.next' : 'chat.search.previous');
      return html`<button class=${classMap({ button: true, square: true, down: by > 0 })} type="button" aria-label=${label} title=${label} aria-disabled=${count === 0} @click=${() => this.#step(by)}>${icon('chevron')}</button>`;
    };
    return html`
      <form class="find" part="search" role="search" @submit=${prevent} @keydown=${this.#onKey}>
        <input type="search" maxlength=${LIMIT} autocomplete="off" spellcheck="false" .enterKeyHint=${'search'} aria-label=${text('chat.search')} placeholder=${text('chat.search.placeholder')} @input=${this.#onInput} />
        <span class=${classMap({ count: true, none: found !== undefined && count === 0 })}>${words}</span>
        ${step(-1)} ${step(1)}
        <button class="button square" type="button" aria-label=${text('chat.search.close')} title=${text('chat.search.close')} @click=${this.#close}>${icon('close')}</button>
        <p class="problem" role="alert">${this.#problem}</p>
      </form>
    `;
  }

  readonly #onInput = () => void this.#look(this.#field!.value);

  async #look(text: string): Promise<void> {
    const turn = ++this.#turn;
    clearTimeout(this.#timer);
    let search: ChatSearch | null = null;
    let problem = '';
    if (text.trim() !== '') {
      try {
        search = await this.#host.view.meeting.chat.search(text);
      } catch {
        problem = this.#host.view.translator.peek().text('chat.search.failed');
      }
    }
    if (turn !== this.#turn) return;
    this.#problem = problem;
    this.#list.search = search;
    const found = search?.found.peek() ?? [];
    // Who writes on stays where they are, as long as that is found.
    this.#goTo(found.includes(this.#list.current ?? '') ? this.#list.current : found.at(-1));
    if (search) this.#timer = setTimeout(() => this.#say(this.#countWords()), PAUSE);
  }

  #step(by: 1 | -1): void {
    const found = this.#list.search?.found.peek() ?? [];
    if (found.length === 0) return;
    const at = found.indexOf(this.#list.current ?? '');
    const next = at < 0 && by < 0 ? found.length - 1 : (at + by + found.length) % found.length;
    this.#goTo(found[next]);
    clearTimeout(this.#timer);
    const translator = this.#host.view.translator.peek();
    const message = this.#host.view.meeting.chat.get(found[next]!).peek();
    if (message) this.#say(`${translator.text('chat.search.at', { position: next + 1, count: found.length })}. ${sayMessage(message, translator)}`);
  }

  #goTo(id: string | undefined): void {
    this.#list.current = id;
    if (id !== undefined) this.#list.goTo(id);
    this.#host.requestUpdate();
    void this.#host.updateComplete.then(() => untracked(() => this.#list.showMark()));
  }

  #countWords(): string {
    const { text } = this.#host.view.translator.peek();
    const count = this.#list.search?.found.peek().length ?? 0;
    return count === 0 ? text('chat.search.none') : text('chat.search.count', { count });
  }

  readonly #close = () => {
    this.#isOpen = false;
    this.#turn++;
    this.#problem = '';
    clearTimeout(this.#timer);
    this.#list.search = null;
    this.#list.current = undefined;
    this.#list.goBack(this.#place);
    this.#host.requestUpdate();
    const opener = this.#opener;
    if (opener?.isConnected) opener.focus({ preventScroll: true });
    else this.#host.focus({ preventScroll: true });
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // The next one closes the panel.
      event.preventDefault();
      event.stopPropagation();
      this.#close();
    } else if (event.key === 'Enter' && event.target === this.#field) {
      event.preventDefault();
      this.#step(event.shiftKey ? -1 : 1);
    }
  };

  get #field(): HTMLInputElement | null {
    return this.#host.renderRoot.querySelector<HTMLInputElement>('.find input');
  }
}

function prevent(event: Event): void {
  event.preventDefault();
}
