import { html, type PropertyValues } from 'lit';
import { query, state } from '../../../base/decorators.js';
import type { Reaction } from 'visio-core';
import { repeat } from '../../../base/repeat.js';
import { VisioElement } from '../../../base/visio-element.js';
import { baseStyles } from '../../../theme/base.styles.js';
import { displayStyles } from './display.styles.js';
import { GLYPHS } from '../glyphs.js';
import { groupReactions } from './groups.js';

/** How long a reaction is seen, in milliseconds: as in La Suite Meet, and as the styles have it. */
const LIFE = 3_000;

/** How many are seen at a time. */
const ALIVE = 20;

/** How many ways up there are, beside each other. */
const LANES = 6;

/** Reactions within this time, in milliseconds, are read out together. */
const GATHER = 2_500;

/**
 * Reactions as they come: they rise over the stage, each with the name of its sender. Who asked for less motion sees a
 * short list of them instead. Screen readers are told of them in groups.
 *
 * @summary Reactions as they come.
 */
export class VisioReactionDisplay extends VisioElement {
  static override styles = [baseStyles, displayStyles];

  @query('[aria-live]') private voice!: HTMLElement;

  @state() private alive: readonly Reaction[] = [];

  /** The last that was taken. */
  #lastId = 0;
  #unsaid: Reaction[] = [];
  #expiry: ReturnType<typeof setTimeout> | undefined;
  #speech: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#expiry);
    clearTimeout(this.#speech);
    this.#expiry = this.#speech = undefined;
    this.#unsaid = [];
    this.alive = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#lastId = 0;
    const now = Date.now();
    // What came before this element did may be long past.
    const fresh = this.meeting.reactions.recent.value.filter(({ id, at }) => id > this.#lastId && at > now - LIFE);
    if (fresh.length === 0) return;
    this.#lastId = fresh.at(-1)!.id;
    this.alive = [...this.alive, ...fresh].slice(-ALIVE);
    this.#unsaid.push(...fresh);
  }

  protected override render() {
    return html`
      <div class="reactions" aria-hidden="true">
        ${repeat(
          this.alive,
          ({ id }) => id,
          (reaction) => html`
            <div class="reaction lane-${reaction.id % LANES}">
              <span class="glyph">${GLYPHS[reaction.emoji]}</span>
              <bdi class="name">${this.#nameOf(reaction)}</bdi>
            </div>
          `,
        )}
      </div>
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const [oldest] = this.alive;
    if (oldest) this.#expiry ??= setTimeout(this.#expire, oldest.at + LIFE - Date.now());
    if (this.#unsaid.length > 0) this.#speech ??= setTimeout(this.#speak, GATHER);
  }

  #nameOf({ name, isLocal }: Reaction): string {
    return isLocal ? this.text('meeting.you') : name || this.text('meeting.guest');
  }

  readonly #expire = () => {
    this.#expiry = undefined;
    const now = Date.now();
    // Those that go within a moment go together.
    this.alive = this.alive.filter(({ at }) => at + LIFE > now + 50);
  };

  readonly #speak = () => {
    this.#speech = undefined;
    const groups = groupReactions(this.#unsaid.splice(0));
    this.voice.textContent = groups
      .map(({ emoji, first, others }) => {
        const values = { name: this.#nameOf(first), emoji: GLYPHS[emoji], count: others };
        return this.text(others === 0 ? 'reaction.says' : 'reaction.says.many', values);
      })
      .join(', ');
  };
}
