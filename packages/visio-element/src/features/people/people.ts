import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from '../../base/decorators.js';
import type { Command, PeopleList } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import { untracked } from 'visio-core/reactive';
import { repeat } from '../../base/repeat.js';
import { tellFailure } from '../../base/tell-failure.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { emptyStyles } from '../../ui/empty/empty.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { muteEveryone } from '../moderation/mute-everyone.js';
import { peopleStyles } from './people.styles.js';
import { VisioPerson } from './person.js';
import { Places, shiftOf, type Section } from './places.js';
import { SEARCH } from '../../ui/icon/search.js';

/** How much is there above and below what is seen, in pixels. */
const MARGIN = 300;

interface PeopleSection extends Section {
  readonly name: 'waiting' | 'hands' | 'here' | 'invited';
}

/** The row that has the focus. */
interface Focused {
  readonly key: string;
  readonly element: HTMLElement;
  /** Whether it is on the button of a person, in their shadow root. */
  readonly isOnButton: boolean;
}

/**
 * Everyone: who waits, who has a hand up, who is in the meeting and who is expected. Of all rows those in sight exist.
 * Arrows, Home, End and the Page keys go through them, Enter opens what may be done about someone, and letters search.
 *
 * @summary The people of a call.
 *
 * @csspart people - The list.
 * @csspart person - A row of it.
 */
export class VisioPeople extends VisioElement {
  static override styles = [baseStyles, emptyStyles, peopleStyles];

  @query('visio-people-search') private field!: HTMLElement;
  @query('.scroller') private scroller!: HTMLElement;
  @query('[role=status]') private voice!: HTMLElement;

  /** `null` until it is there. */
  @state() private list: PeopleList | null = null;
  @state() private hasFailed = false;
  /** What is looked for. */
  @state() private query = '';
  /** The row that Tab leads to. */
  @state() private current = '';

  #places = new Places<PeopleSection>([], 36, 52);
  #head = 36;
  #row = 52;
  /** The part of the list that is seen, and where that was when rows were made for it. */
  #top = 0;
  #height = 600;
  #madeAt = 0;
  #isMoved = false;
  #isSearching = false;
  /** Whether to go into the list once it is there. */
  #isEntering = false;
  #focused: Focused | null = null;
  #resize: ResizeObserver | undefined;
  /** For whom a list was asked for. */
  #reader: { readonly language: string } | null = null;

  /** Goes to the list, as soon as it is there: in the field a phone would show its keyboard. */
  override focus(options?: FocusOptions): void {
    this.#isEntering = this.list === null;
    if (this.list) (this.#rowOf(this.current) ?? this.field).focus(options);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#end();
    });
  }

  #end(): void {
    this.#resize?.disconnect();
    this.#resize = undefined;
    this.list?.end();
    this.list = null;
    this.#reader = null;
  }

  /** A list in the reader's alphabet, as long as this is in the page. */
  async #watch(language: string): Promise<void> {
    if (this.#reader?.language === language) return;
    const reader = { language };
    this.#reader = reader;
    this.hasFailed = false;
    try {
      const list = await this.meeting.people.watch({ language, nameless: this.view.translator.peek().text('meeting.guest') });
      if (this.#reader !== reader) return list.end();
      this.list?.end();
      list.setQuery(this.query);
      this.list = list;
    } catch {
      if (this.#reader === reader) this.hasFailed = true;
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const before = this.#places;
    this.#places = new Places(this.#sections(), this.#head, this.#row);
    this.#focused = this.#findFocus();
    const shift = this.#isSearching ? 0 : this.#shiftSince(before);
    this.#isMoved = shift !== 0;
    this.#top += shift;
    this.#madeAt = this.#top;
    if (this.#places.indexOf(this.current) < 0 || (this.#isSearching && !this.#focused)) {
      const index = this.#isSearching ? 0 : before.indexOf(this.current);
      this.current = this.#places.keyAt(Math.max(0, Math.min(index, this.#places.count - 1))) ?? '';
    }
  }

  #sections(): PeopleSection[] {
    const { list } = this;
    if (!list) return [];
    const all: readonly PeopleSection[] = [
      { name: 'waiting', keys: list.waiting.value.map(({ id }) => `waiting ${id}`) },
      { name: 'hands', keys: list.hands.value.map(keyOf) },
      { name: 'here', keys: list.others.value.map(keyOf) },
      { name: 'invited', keys: list.invited.value.map(({ name, email, identity }, index) => `invited ${index} ${identity ?? email ?? name}`) },
    ];
    return all.filter(({ keys }) => keys.length > 0);
  }

  #findFocus(): Focused | null {
    const element = this.shadowRoot!.activeElement as HTMLElement | null;
    const key = element?.dataset['key'];
    if (!element || key === undefined) return null;
    return { key, element, isOnButton: element instanceof VisioPerson && element.isButtonFocused };
  }

  /** How far what is seen has moved: it is to stay in its place. */
  #shiftSince(before: Places): number {
    const [top, bottom] = [this.#top, this.#top + this.#height];
    if (this.#focused) {
      const [from, to] = [before.topOf(this.#focused.key), this.#places.topOf(this.#focused.key)];
      const isSeen = from !== null && from > top - this.#row && from < bottom;
      if (to !== null && isSeen) return to - from;
    }
    // Who looks at the start looks at whoever is there.
    if (top <= 0) return 0;
    const seen = before.sections.flatMap((section) => section.keys.slice(...before.range(section, top, bottom)));
    return shiftOf(seen, before, this.#places);
  }

  protected override render() {
    const { list } = this;
    const { admit, deny, admitAll } = this.meeting.waitingRoom;
    const error = admitAll.error.value ?? admit.error.value ?? deny.error.value;
    return html`
      <visio-people-search .view=${this.view} .search=${this.#search} .enter=${this.#enter}></visio-people-search>
      ${error ? html`<p class="trouble" role="alert">${this.errorText(error)}</p>` : nothing}
      <div class="scroller" part="people" @scroll=${this.#onScroll} @keydown=${this.#onKey} @focusin=${this.#onFocus}>
        ${list
          ? repeat(
              this.#places.sections,
              ({ name }) => name,
              (section) => this.#renderSection(section, list),
            )
          : this.#renderWait()}
        ${list && this.query && this.#places.count === 0 ? this.#renderNobody() : nothing}
      </div>
      <visio-invitation .view=${this.view}></visio-invitation>
      <div class="unseen" role="status"></div>
    `;
  }

  #renderWait() {
    if (!this.hasFailed) return html`<div class="wait"><span class="spinner"></span></div>`;
    return html`
      <div class="wait" role="alert">
        <p>${this.text('error.ENGINE_LOAD_FAILED')}</p>
        <button class="button" @click=${this.#again}>${this.text('error.tryAgain')}</button>
      </div>
    `;
  }

  #renderNobody() {
    return html`
      <div class="empty">
        ${drawIcon(SEARCH, 40)}
        <p class="title">${this.text('people.nobody')}</p>
        <p>${this.text('people.nobodyHint', { query: this.query })}</p>
      </div>
    `;
  }

  #renderSection(section: PeopleSection, list: PeopleList) {
    const { name, keys } = section;
    const [first, last] = this.#places.range(section, this.#top - MARGIN, this.#top + this.#height + MARGIN);
    const made = keys.slice(first, last).map((key, index) => ({ key, index: first + index }));
    // The row that Tab leads to is always there.
    const current = keys.indexOf(this.current);
    if (current >= 0 && current < first) made.unshift({ key: this.current, index: current });
    if (current >= last) made.push({ key: this.current, index: current });
    const rows = { waiting: () => list.waiting.value, hands: () => list.hands.value, here: () => list.others.value, invited: () => list.invited.value }[name]();
    const openMenu = this.view.contributions.value.some(({ actions }) => actions !== undefined) ? this.#openMenu : null;
    return html`
      <div class="head">
        <h3 id=${name}>${this.text(`people.${name}`)}<span class="count">${new Intl.NumberFormat(this.view.translator.value.language).format(keys.length)}</span></h3>
        ${this.#renderForAll(name)}
      </div>
      <div class="rows" role="list" aria-labelledby=${name} data-count=${keys.length}>
        ${repeat(
          made,
          ({ key }) => key,
          ({ key, index }) => {
            const row = rows[index]!;
            const [position, tab] = [index + 1, key === this.current ? 0 : -1];
            if (typeof row !== 'string') {
              return html`<visio-absent exportparts="person" class="row" role="listitem" data-key=${key} aria-setsize=${keys.length} aria-posinset=${position} tabindex=${tab} .view=${this.view} .person=${row} .current=${tab === 0}></visio-absent>`;
            }
            return html`<visio-person exportparts="person" class="row" role="listitem" data-key=${key} aria-setsize=${keys.length} aria-posinset=${position} tabindex=${tab} .view=${this.view} .participantId=${row} .current=${tab === 0} .openMenu=${openMenu}></visio-person>`;
          },
        )}
      </div>
    `;
  }

  /** What a moderator may do for all of a section. */
  #renderForAll(name: PeopleSection['name']) {
    const { waitingRoom, hands, moderation, roster } = this.meeting;
    switch (name) {
      case 'waiting':
        return waitingRoom.people.value.length > 1 ? this.#renderAll('people.admitAll', waitingRoom.admitAll, () => waitingRoom.admitAll().catch(() => undefined)) : nothing;
      case 'hands':
        return this.#renderAll('people.lowerAll', hands.lowerAll, () => hands.lowerAll().catch(tellFailure(this.meeting)));
      case 'here':
        return roster.count.value > 1 ? this.#renderAll('people.muteAll', moderation.muteAll, () => muteEveryone(this.meeting)) : nothing;
      default:
        return nothing;
    }
  }

  #renderAll(key: TextKey, { enabled, pending }: Pick<Command, 'enabled' | 'pending'>, run: () => Promise<unknown>) {
    if (!enabled.value) return nothing;
    const isBusy = pending.value;
    // With one click a section goes, and the second of a double click would be for what has come into its place.
    const onClick = ({ detail }: MouseEvent) => void (isBusy || detail > 1 || run());
    return html`<button class="button plain all" aria-disabled=${isBusy} @click=${onClick}>${this.text(key)}</button>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (!this.isConnected) return;
    untracked(() => {
      void this.#watch(this.view.translator.peek().language);
      this.#place();
      this.#restoreFocus();
      if (this.#isEntering && this.list) this.focus({ preventScroll: true });
    });
    if (!this.#resize) {
      this.#resize = new ResizeObserver(this.#onResize);
      this.#resize.observe(this.scroller);
    }
  }

  /** Puts everything where it belongs, and measures it. */
  #place(): void {
    const all = (selector: string) => this.renderRoot.querySelectorAll<HTMLElement>(selector);
    for (const rows of all('.rows')) rows.style.setProperty('--count', rows.dataset['count']!);
    for (const row of all('.row')) row.style.setProperty('--place', String(Number(row.getAttribute('aria-posinset')) - 1));
    if (this.#isSearching) {
      this.#isSearching = false;
      this.scroller.scrollTop = 0;
      this.voice.textContent = this.query && this.view.translator.peek().text('people.found', { count: this.#places.count });
    } else if (this.#isMoved) {
      this.scroller.scrollTop = this.#top;
    }
    this.#measure();
  }

  #measure(): void {
    const [head, row] = ['.head', '.row'].map((selector) => this.renderRoot.querySelector(selector)?.getBoundingClientRect().height);
    // Out of sight nothing has a height.
    if (!head || !row || (head === this.#head && row === this.#row)) return;
    this.#head = head;
    this.#row = row;
    this.requestUpdate();
  }

  /** Rows that change their place are taken out of the page and put back, and what leaves takes the focus with it. */
  #restoreFocus(): void {
    const { shadowRoot } = this;
    const focused = this.#focused;
    if (!focused || (focused.element.isConnected && shadowRoot!.activeElement === focused.element)) return;
    const row = this.#rowOf(focused.key);
    // Someone who raises a hand gets another row.
    if (row instanceof VisioPerson && focused.isOnButton) return void row.updateComplete.then(() => row.focusButton());
    (row ?? this.#rowOf(this.current) ?? this.field).focus({ preventScroll: row !== null });
  }

  #rowOf(key: string): HTMLElement | null {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.row')].find(({ dataset }) => dataset['key'] === key) ?? null;
  }

  /** Goes to a row, wherever it is. */
  async #goTo(index: number): Promise<void> {
    const key = this.#places.keyAt(Math.max(0, Math.min(index, this.#places.count - 1)));
    if (key === undefined) return;
    this.current = key;
    await this.updateComplete;
    this.#rowOf(key)?.focus();
  }

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const [inner] = event.composedPath();
    const row = (event.target as Element).closest('.row');
    const index = this.#places.indexOf(this.current);
    const page = Math.max(1, Math.floor(this.#height / this.#row) - 1);
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
    const step = steps[event.key];
    if (step !== undefined) {
      event.preventDefault();
      void this.#goTo(index + step);
    } else if (inner === row && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      if (row instanceof VisioPerson) row.open();
    } else if (event.key.length === 1 && event.key !== ' ') {
      // The letter itself then goes into the field.
      this.field.focus();
    } else {
      return;
    }
    // It is no shortcut of the call.
    event.stopPropagation();
  };

  readonly #search = (words: string) => {
    if (words === this.query) return;
    this.query = words;
    this.list?.setQuery(words);
    this.#isSearching = true;
    this.#top = 0;
  };

  readonly #enter = () => void this.updateComplete.then(() => this.#goTo(this.#places.indexOf(this.current)));

  readonly #openMenu = (id: string, anchor: HTMLElement) => {
    import('../../shell/participant-menu/open.js')
      .then(({ openParticipantMenu }) => openParticipantMenu(this.view, id, anchor))
      // A second try is theirs.
      .catch(() => undefined);
  };

  readonly #again = () => {
    this.#reader = null;
    this.hasFailed = false;
  };

  readonly #onFocus = ({ target }: Event) => {
    const key = (target as Element).closest<HTMLElement>('.row')?.dataset['key'];
    if (key !== undefined) this.current = key;
  };

  readonly #onScroll = () => {
    this.#top = this.scroller.scrollTop;
    if (Math.abs(this.#top - this.#madeAt) > MARGIN / 2) this.requestUpdate();
  };

  readonly #onResize = () => {
    const { clientHeight } = this.scroller;
    if (clientHeight === 0 || clientHeight === this.#height) return;
    this.#height = clientHeight;
    this.requestUpdate();
  };
}

/** Ids of those who wait come from elsewhere than those of participants. */
function keyOf(participantId: string): string {
  return `participant ${participantId}`;
}
