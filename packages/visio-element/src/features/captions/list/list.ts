import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from '../../../base/decorators.js';
import { classMap } from '../../../base/class-map.js';
import { findMarks, fold, type CaptionFormat, type CaptionLine } from 'visio-core';
import { computed, signal, untracked } from 'visio-core/reactive';
import { saveFile } from '../../../base/save-file.js';
import { VisioElement } from '../../../base/visio-element.js';
import { baseStyles } from '../../../theme/base.styles.js';
import { emptyStyles } from '../../../ui/empty/empty.styles.js';
import { drawIcon } from '../../../ui/icon/icon.js';
import { markedStyles } from '../../../ui/marked/marked.styles.js';
import { renderMarked } from '../../../ui/marked/marked.js';
import { tailListStyles } from '../../../ui/tail-list/tail-list.styles.js';
import { TailList } from '../../../ui/tail-list/tail-list.js';
import { formatsOf } from '../../../ui/time/formats.js';
import { SEARCH } from '../../../ui/icon/search.js';
import { LIST } from '../contribution.js';
import { listStyles } from './list.styles.js';
import { nameOf, renderWords } from '../words.js';

/** Who goes on within this time, in milliseconds, is not named anew. */
const GROUP_TIME = 60_000;

const FORMATS: readonly { readonly format: CaptionFormat; readonly type: string; readonly extension: string; readonly name: string }[] = [
  { format: 'text', type: 'text/plain', extension: 'txt', name: '' },
  { format: 'vtt', type: 'text/vtt', extension: 'vtt', name: 'WebVTT' },
  { format: 'srt', type: 'application/x-subrip', extension: 'srt', name: 'SRT' },
  { format: 'json', type: 'application/json', extension: 'json', name: 'JSON' },
];

/**
 * Everything that was said, of which the lines in sight exist, with a field to search and ways to save it. Whoever has
 * scrolled up stays where they are, and is told what came since.
 *
 * @summary All captions of a call.
 *
 * @csspart lines - The lines.
 * @csspart line - One of them.
 * @csspart mark - In a line: words that were looked for.
 */
export class VisioCaptionList extends VisioElement {
  static override styles = [baseStyles, emptyStyles, tailListStyles, markedStyles, listStyles];

  @query('.scroller') private scroller!: HTMLElement;
  @query('[role=status]') private voice!: HTMLElement;

  /** Why nothing was saved, in words. */
  @state() private problem = '';

  /** What is looked for, as letters are compared. */
  readonly #query = signal('');
  readonly #shown = computed(() => {
    const { ids, get } = this.meeting.captions;
    const words = this.#query.value;
    if (words === '') return ids.value;
    return ids.value.filter((id) => {
      const line = get(id).peek();
      return line && [line.name, line.text, line.translation?.text ?? ''].some((text) => fold(text).includes(words));
    });
  });
  readonly #list = new TailList(this, () => this.#shown, () => this.#goToEnd());
  #lastId: string | undefined;

  /** Goes to the lines: in the field a phone would show its keyboard. */
  override focus(options?: FocusOptions): void {
    this.scroller.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#list.begin();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#list.end();
    });
  }

  protected override firstUpdated(): void {
    this.#list.begin();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#list.prepare(this.#countFresh());
  }

  protected override render() {
    const { text } = this.view.translator.value;
    return html`
      <visio-people-search .view=${this.view} .label=${'captions.search'} .search=${this.#search} .enter=${this.#enter}></visio-people-search>
      <div class="list">
        ${this.#list.render({
          label: text('captions.all'),
          part: 'lines',
          row: (id, index, count) => this.#renderRow(id, index, count),
          empty: () => this.#renderEmpty(),
        })}
        ${this.#list.renderJump((count) => text('captions.new', { count }), text('captions.latest'))}
      </div>
      ${this.meeting.captions.ids.value.length > 0 ? this.#renderFoot() : nothing}
      <div class="unseen" role="status"></div>
    `;
  }

  #renderRow(id: string, index: number, count: number) {
    const { get } = this.meeting.captions;
    const line = get(id).value;
    if (!line) return nothing;
    const before = index > 0 ? get(this.#shown.peek()[index - 1]!).peek() : undefined;
    const startsGroup = this.#query.value !== '' || before?.from !== line.from || line.startedAt - before.startedAt > GROUP_TIME;
    const { translation, text, language, final } = line;
    return html`
      <div class=${classMap({ row: true, start: startsGroup })} part="line" role="listitem" aria-setsize=${count} aria-posinset=${index + 1}>
        ${startsGroup ? this.#renderSpeaker(line) : nothing}
        <p class=${classMap({ words: true, open: !final })}>${this.#renderWords(translation?.text ?? text, translation?.language ?? language)}</p>
        ${translation ? html`<p class="original">${this.#renderWords(text, language)}</p>` : nothing}
      </div>
    `;
  }

  #renderSpeaker(line: CaptionLine) {
    const translator = this.view.translator.value;
    const { short, long } = formatsOf(translator.language);
    const date = new Date(line.startedAt);
    return html`
      <div class="sender">
        <bdi>${nameOf(line, translator)}</bdi>
        <time datetime=${date.toISOString()} title=${long.format(date)}>${short.format(date)}</time>
      </div>
    `;
  }

  #renderWords(text: string, language: string | null) {
    return renderWords(renderMarked(text, findMarks(text, this.#query.value)), language);
  }

  #renderEmpty() {
    const isSearching = this.#query.value !== '' && this.meeting.captions.ids.value.length > 0;
    return html`
      <div class="empty">
        ${drawIcon(isSearching ? SEARCH : LIST, 40)}
        <p class="title">${this.text(isSearching ? 'captions.nothing' : 'captions.empty')}</p>
        <p>${this.text(isSearching ? 'captions.nothingHint' : this.meeting.captions.enabled.value ? 'captions.hint' : 'captions.emptyHint')}</p>
      </div>
    `;
  }

  #renderFoot() {
    return html`
      <div class="foot" role="group" aria-labelledby="save">
        <span id="save">${this.text('captions.save')}</span>
        ${FORMATS.map(({ format, name, type, extension }) => {
          const label = name || this.text('captions.saveText');
          return html`<button class="button" data-format=${format} @click=${() => void this.#save(format, type, extension)}>${label}</button>`;
        })}
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) untracked(() => this.#list.settle());
  }

  /** How many lines came since the last update; those that were there at first are not news. */
  #countFresh(): number {
    const ids = this.#shown.value;
    const last = ids.at(-1);
    if (last === this.#lastId) return 0;
    const before = this.#lastId === undefined ? -1 : ids.lastIndexOf(this.#lastId);
    this.#lastId = last;
    return this.hasUpdated ? ids.length - 1 - before : 0;
  }

  #goToEnd(): void {
    this.#list.goToEnd();
    this.scroller.focus({ preventScroll: true });
  }

  readonly #search = (words: string) => {
    const folded = fold(words);
    if (folded === this.#query.peek()) return;
    this.#query.value = folded;
    this.#lastId = this.#shown.peek().at(-1);
    this.#list.restart();
    this.voice.textContent = folded && this.view.translator.peek().text('captions.found', { count: this.#shown.peek().length });
  };

  readonly #enter = () => void this.updateComplete.then(() => this.scroller.focus());

  async #save(format: CaptionFormat, type: string, extension: string): Promise<void> {
    const translator = this.view.translator.peek();
    this.problem = '';
    try {
      const text = await this.meeting.captions.export(format, { nameless: translator.text('captions.someone') });
      saveFile(text, type, translator.text('captions.file'), extension);
    } catch {
      this.problem = translator.text('error.ENGINE_LOAD_FAILED');
    }
  }
}
