import { LitElement } from 'lit';
import { property } from './decorators.js';
import type { Meeting, Readable, VisioError } from 'visio-core';
import type { TextKey, TextValues, Translator } from 'visio-core/i18n';
import { effect, untracked, type Writable } from 'visio-core/reactive';
import type { Contribution, Words } from './contribution.js';

/** What every element inside a meeting looks at. Passed down as one property, and the same for the whole life of a view. */
export interface MeetingView {
  readonly meeting: Meeting;
  /** What the host put into its page: what fills the screen. */
  readonly element?: HTMLElement;
  readonly translator: Readable<Translator>;
  /** What the host wants in the bar, in its order, or `null` for everything in ours. `more` parts the bar from its menu. */
  readonly controls: Readable<readonly string[] | null>;
  /** What features, ours and the host's, add to a call. */
  readonly contributions: Readable<readonly Contribution[]>;
  /** Whether this person came to watch: nothing of theirs is opened or published. */
  readonly watching: Readable<boolean>;
  /** What the host says of keyboard shortcuts, as it said it. */
  readonly shortcuts: Readable<unknown>;
  /** The contribution whose side panel is open, by its name, or `null`. Whoever sets it opens and closes. */
  readonly panel: Writable<string | null>;
  /** The contribution whose dialog is open. */
  readonly dialog: Writable<string | null>;
  /** What has opened from a button of the bar: a contribution, or a menu of the bar's own. */
  readonly popup: Writable<string | null>;
}

/** The keys that are in force for an action, by its name, as `aria-keyshortcuts` has them. Reads signals. */
export type KeysOf = (view: MeetingView, action: string) => string | undefined;

/**
 * Base of the elements inside a meeting. Reads of signals in `render` and `willUpdate` are tracked: when one of them
 * changes, this element, and no other, updates once, in a microtask. Read signals nowhere else, and write none there.
 */
export abstract class VisioElement extends LitElement {
  /** The meeting and the words that this element shows. */
  @property({ attribute: false }) view!: MeetingView;

  #stopTracking: (() => void) | undefined;

  protected get meeting(): Meeting {
    return this.view.meeting;
  }

  /** A text in the view's language. */
  protected text(key: TextKey, values?: TextValues): string {
    return this.view.translator.value.text(key, values);
  }

  /** A contribution's words. */
  protected words(words: Words): string {
    return sayWords(this.view, words);
  }

  /** What to tell a person about a failure. */
  protected errorText(error: VisioError): string {
    return this.view.translator.value.error(error);
  }

  protected override performUpdate(): void {
    this.#stopTracking?.();
    this.#stopTracking = undefined;
    // Tracking an element that is out of the page would keep it alive for good.
    if (!this.isConnected) return untracked(() => super.performUpdate());
    let rendered = false;
    this.#stopTracking = effect(() => {
      if (rendered) return untracked(() => this.requestUpdate());
      rendered = true;
      super.performUpdate();
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // What was read before the element left may have changed meanwhile.
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moving an element takes it out and puts it back in one task.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopTracking?.();
      this.#stopTracking = undefined;
    });
  }
}

/** A contribution's words, ours or the host's. Reads signals. */
export function sayWords(view: MeetingView, words: Words): string {
  return typeof words === 'function' ? words(view) : view.translator.value.text(words);
}
