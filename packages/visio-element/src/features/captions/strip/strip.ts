import { html, nothing, type PropertyValues } from 'lit';
import { query } from '../../../base/decorators.js';
import type { CaptionLine } from 'visio-core';
import { repeat } from '../../../base/repeat.js';
import { VisioElement } from '../../../base/visio-element.js';
import { baseStyles } from '../../../theme/base.styles.js';
import { drawIcon } from '../../../ui/icon/icon.js';
import { captionList, LIST } from '../contribution.js';
import { lookOf, lookStyles } from '../look.js';
import { stripStyles } from './strip.styles.js';
import { nameOf, renderWords } from '../words.js';

/** How long a line stays when nothing is added to it, in milliseconds: so long, and longer for more to read. */
const LIFE = 5_000;
const LIFE_A_CHARACTER = 50;

/** Lines within this time, in milliseconds, are read out together. */
const GATHER = 1_000;

/**
 * What is being said, over the stage: the latest lines, each with its speaker, as their reader wants to see them. Screen
 * readers find them here, and are told of them only where their reader wants that.
 *
 * @summary Captions over the stage.
 *
 * @csspart captions - The lines.
 */
export class VisioCaptions extends VisioElement {
  static override styles = [baseStyles, lookStyles, stripStyles];

  @query('[aria-live=polite]') private voice!: HTMLElement;

  #expiry: ReturnType<typeof setTimeout> | undefined;
  #speech: ReturnType<typeof setTimeout> | undefined;
  /** The last line that became final, and those that are still to be read out. */
  #last: CaptionLine | undefined;
  #unsaid: CaptionLine[] = [];
  /** Whether anything was said while this was seen. */
  #isUsed = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#expiry);
    clearTimeout(this.#speech);
    this.#expiry = this.#speech = undefined;
    this.#unsaid = [];
    this.#isUsed = false;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { recent, preferences } = this.meeting.captions;
    const finals = recent.value;
    // What was said before is not news.
    if (this.hasUpdated && preferences.value.spoken) this.#unsaid.push(...finals.slice(this.#last ? finals.indexOf(this.#last) + 1 : 0));
    this.#last = finals.at(-1);
  }

  protected override render() {
    const { captions } = this.meeting;
    const look = captions.preferences.value;
    const lines = this.#lines();
    if (lines.length > 0) this.#isUsed = true;
    return html`
      <div class="place ${look.place}">${lines.length > 0 ? this.#renderLines(lines, lookOf(look)) : this.#isUsed ? nothing : this.#renderHint(lookOf(look))}</div>
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  #renderLines(lines: readonly CaptionLine[], look: string) {
    const { view } = this;
    const all = this.text('captions.open');
    const hasList = view.contributions.value.includes(captionList) && (view.controls.value?.includes(captionList.name) ?? true);
    return html`
      <div class=${look} part="captions" role="log" aria-live="off" aria-label=${this.text('captions.title')}>
        <div class="lines">
          ${repeat(
            lines,
            ({ id }) => id,
            (line, index) => this.#renderLine(line, lines[index - 1]),
          )}
        </div>
        ${hasList && view.panel.value !== captionList.name
          ? html`<button class="button square all" aria-label=${all} title=${all} @click=${this.#openList}>${drawIcon(LIST)}</button>`
          : nothing}
      </div>
    `;
  }

  #renderLine(line: CaptionLine, before: CaptionLine | undefined) {
    const { text, language, translation, from } = line;
    const words = translation ?? { text, language };
    return html`
      <div class="line">
        ${before?.from === from ? nothing : html`<bdi class="name">${nameOf(line, this.view.translator.value)}</bdi>`}
        <div class="words">${renderWords(words.text, words.language)}</div>
      </div>
    `;
  }

  #renderHint(look: string) {
    return html`<p class="${look} hint" role="status">${this.text('captions.hint')}</p>`;
  }

  /** Those that there is still time to read. */
  #lines(): readonly CaptionLine[] {
    const now = Date.now();
    return this.meeting.captions.latest.value.filter((line) => endOf(line) > now);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    clearTimeout(this.#expiry);
    const ends = this.meeting.captions.latest.peek().map(endOf).filter((end) => end > Date.now());
    if (ends.length > 0) this.#expiry = setTimeout(() => this.requestUpdate(), Math.min(...ends) - Date.now());
    if (this.#unsaid.length > 0) this.#speech ??= setTimeout(this.#speak, GATHER);
  }

  readonly #speak = () => {
    this.#speech = undefined;
    const translator = this.view.translator.peek();
    const say = (line: CaptionLine) => translator.text('chat.says', { name: nameOf(line, translator), text: line.text });
    this.voice.textContent = this.#unsaid.splice(0).map(say).join('\n');
  };

  readonly #openList = () => (this.view.panel.value = captionList.name);
}

function endOf({ endedAt, text, translation }: CaptionLine): number {
  return endedAt + LIFE + LIFE_A_CHARACTER * Math.max(text.length, translation?.text.length ?? 0);
}
