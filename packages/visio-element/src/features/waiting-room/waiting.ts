import { html, type PropertyValues } from 'lit';
import { query } from '../../base/decorators.js';
import type { Meeting } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { waitingStyles } from './waiting.styles.js';

/**
 * What stands in the lobby in place of its form while someone has to let the person in: what happens next, and the way
 * out. The preview and the devices beside it stay. Whoever puts it in a page sees that its texts are there.
 *
 * @summary The wait to be let in.
 */
export class VisioWaiting extends VisioElement {
  static override styles = [baseStyles, waitingStyles];

  @query('h2') private heading!: HTMLElement;
  @query('[role=status]') private voice!: HTMLElement;

  #said = '';

  /** Goes to the heading, so that it is read out. */
  override focus(options?: FocusOptions): void {
    this.heading.focus(options);
  }

  protected override render() {
    const isIn = this.meeting.connection.state.value !== 'waiting';
    return html`
      <div class="waiting">
        <div class="title">
          <div class="mark ${isIn ? 'in' : ''}" aria-hidden="true">${icon('person')}</div>
          <h2 tabindex="-1">${this.text(isIn ? 'waiting.admitted' : 'waiting.title')}</h2>
        </div>
        ${isIn
          ? html`<p>${this.text('lobby.joining')}</p>`
          : html`
              <p>${this.text('waiting.next')}</p>
              <p class="quiet">${this.text(this.view.watching.value ? 'waiting.privateWatching' : 'waiting.private')}</p>
            `}
        <button class="button" type="button" @click=${this.#cancel}>${this.text(isIn ? 'lobby.cancel' : 'waiting.cancel')}</button>
        <div class="unseen" role="status"></div>
      </div>
    `;
  }

  protected override firstUpdated(): void {
    // The focus was on what is hidden now. Whoever is elsewhere in the page stays there.
    const { activeElement } = this.getRootNode() as ShadowRoot | Document;
    if (activeElement?.closest('form') || activeElement === document.body || document.activeElement === document.body) this.focus({ preventScroll: true });
    tellEntry(this.meeting);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const words = [...this.renderRoot.querySelectorAll('h2, p:not(.quiet)')].map(({ textContent }) => textContent).join(' ');
    if (words !== this.#said) this.voice.textContent = this.#said = words;
  }

  readonly #cancel = () => void this.meeting.leave().catch(() => undefined);
}

/** The call tells it, too: whoever waits long looks elsewhere. */
function tellEntry({ connection, notices }: Meeting): void {
  const end = connection.state.subscribe((state) => {
    if (state === 'waiting' || state === 'joining') return;
    if (state === 'connected') notices.show({ kind: 'admitted', text: { key: 'waiting.admitted' }, icon: 'person' });
    queueMicrotask(() => end());
  });
}
