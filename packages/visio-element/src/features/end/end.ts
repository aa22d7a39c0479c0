import { html, nothing } from 'lit';
import { query } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import type { VisioError, VisioErrorCode } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { endStyles } from './end.styles.js';

/** The call is not over, only elsewhere: what says so, and what the button then does. */
const ELSEWHERE: { readonly [code in VisioErrorCode]?: readonly [title: TextKey, way: TextKey] } = {
  ALREADY_IN_CALL: ['end.already', 'end.move'],
  MOVED_ELSEWHERE: ['end.elsewhere', 'end.moveBack'],
  DUPLICATE_IDENTITY: ['end.elsewhere', 'end.moveBack'],
};

/**
 * After the call: that one left, or why one is not in it, or where it is meanwhile, and the way back.
 *
 * @summary What shows when the meeting is over for a person.
 *
 * @slot actions - Beside the button to rejoin: where else to go.
 *
 * @csspart end - All of it.
 * @csspart rejoin - The button to rejoin.
 * @csspart tab - The link to the meeting in a tab of its own.
 */
export class VisioEnd extends VisioElement {
  static override styles = [baseStyles, endStyles];

  @query('h2') private heading!: HTMLElement;

  /** Goes to the heading, so that it is read out. */
  override focus(options?: FocusOptions): void {
    this.heading.focus(options);
  }

  protected override render() {
    const { error, endReason } = this.meeting.connection;
    const failure = error.value;
    // It never came to be: try again. It ended: rejoin.
    const again = failure !== null && endReason.value === 'failed' ? 'end.retry' : 'end.rejoin';
    const [title, way] = (failure && ELSEWHERE[failure.code]) ?? [failure ? 'end.failed' : 'end.left', again];
    const tab = tabOf(failure);
    const isTrouble = failure !== null && !ELSEWHERE[failure.code];
    return html`
      <div class=${classMap({ end: true, failed: isTrouble })} part="end">
        <div class="mark">${icon(isTrouble ? 'alert' : 'leave', 24)}</div>
        <h2 tabindex="-1">${this.text(title)}</h2>
        <p>${failure ? this.errorText(failure) : this.text('end.leftHint')}</p>
        <div class="actions">
          ${tab ? html`<a class="button primary" part="tab" href=${tab} target="_blank" rel="noopener noreferrer">${this.text('end.tab')}</a>` : nothing}
          <button class=${classMap({ button: true, primary: !tab && (failure?.recoverable ?? true) })} part="rejoin" @click=${this.#rejoin}>
            ${this.text(way)}
          </button>
          <slot name="actions"></slot>
        </div>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    // Focus was on what is gone now. Whoever is elsewhere in the page stays there.
    if (document.activeElement === document.body || document.activeElement === null) this.focus({ preventScroll: true });
  }

  readonly #rejoin = () => void this.meeting.join().catch(() => undefined);
}

/** Where the person can have what cannot be had in this page. */
function tabOf(failure: VisioError | null): string | null {
  // A backend of the host's says what it likes.
  return failure?.url && /^https?:/i.test(failure.url) ? failure.url : null;
}
