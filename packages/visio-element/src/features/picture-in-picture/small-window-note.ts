import { html, nothing, type PropertyValues } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { backIcon, smallWindowIcon } from './icons.js';
import { current, isOpen, type SmallWindow } from './contribution.js';
import { copyLook, dress } from './other-window.js';
import { windowStyles } from './small-call.styles.js';
import { smallWindowNoteStyles } from './small-window-note.styles.js';
import { close } from './toggle.js';

/**
 * Says in the page that the call is in a small window, and brings it back. What is in the window is this element's: it
 * follows the page's look, and goes when the call does.
 *
 * @summary What lies over the stage while the call is in a small window.
 */
export class VisioSmallWindowNote extends VisioElement {
  static override styles = [baseStyles, smallWindowNoteStyles];

  /** The window that was filled, and what ends the watch on the page's look. */
  #filled: SmallWindow | null = null;
  #stopWatching: (() => void) | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWatching?.();
      close(this.view);
      this.#filled = null;
    });
  }

  protected override render() {
    if (!isOpen(this.view)) return nothing;
    return html`
      <div class="note" role="group" aria-label=${this.text('smallWindow.note')}>
        ${smallWindowIcon()}
        <p>${this.text('smallWindow.note')}</p>
        <button class="button primary" @click=${this.#goBack}>${backIcon()}${this.text('smallWindow.back')}</button>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const now = current.peek();
    const shown = now?.view === this.view ? now.shown : null;
    if (shown === this.#filled) return;
    this.#stopWatching?.();
    this.#filled = shown;
    if (shown && !(shown instanceof HTMLVideoElement)) this.#fill(shown);
  }

  #fill({ document: doc }: Window): void {
    const { language, text } = this.view.translator.peek();
    doc.title = text('meeting.label');
    doc.documentElement.lang = language;
    doc.documentElement.dir = getComputedStyle(this).direction;
    dress(doc, [windowStyles]);
    const call = document.createElement('visio-small-call');
    call.view = this.view;
    call.goBack = this.#goBack;
    doc.body.append(call);

    const follow = () => copyLook(this, doc.documentElement);
    follow();
    // A host turns its theme round by an attribute, of the element or of its page.
    const observer = new MutationObserver(follow);
    for (const element of [this.view.element, document.documentElement, document.body]) {
      if (element) observer.observe(element, { attributes: true });
    }
    this.#stopWatching = () => {
      observer.disconnect();
      this.#stopWatching = undefined;
    };
  }

  readonly #goBack = () => {
    // While the small window, in which the person clicked, is still there.
    window.focus();
    close(this.view);
  };
}
