import { css, html, nothing, type PropertyValues } from 'lit';
import { state } from '../../base/decorators.js';
import type { VisioError } from 'visio-core';
import { untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { targetOf } from './target.js';

/**
 * Asks whether someone is really to leave the meeting, and says whether they can come back.
 *
 * @summary The confirmation before someone is removed.
 */
export class VisioRemoval extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }

      .removal {
        display: grid;
        gap: var(--_space-2);
        padding: var(--_space-3) var(--_space-5) var(--_space-5);
        overflow-wrap: anywhere;
      }

      bdi {
        font-weight: var(--_weight-title);
      }

      .quiet {
        color: var(--_color-text-quiet);
        font-size: var(--_text-s);
      }

      .trouble {
        color: var(--_color-danger-text);
      }

      .actions {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--_space-2);
        margin-block-start: var(--_space-3);
      }
    `,
  ];

  @state() private isAsking = false;
  @state() private error: VisioError | null = null;

  #target = '';

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const id = targetOf(this.view).value;
    if (id !== this.#target) this.error = null;
    this.#target = id;
  }

  protected override render() {
    const { roster, roomState } = this.meeting;
    const person = roster.get(this.#target).value;
    if (!person) return nothing;
    const { isAsking, error } = this;
    const name = person.name || this.text('meeting.guest');
    const [before = '', after = ''] = this.text('moderation.remove.who').split('{name}');
    const { accessLevel } = roomState.value;
    return html`
      <div class="removal">
        <p>${before}<bdi>${name}</bdi>${after}</p>
        <p class="quiet">${this.text(accessLevel === 'restricted' || accessLevel === 'trusted' ? 'moderation.remove.locked' : 'moderation.remove.open')}</p>
        <p class="trouble" role="alert">${error ? this.errorText(error) : ''}</p>
        <div class="actions">
          <button class="button" @click=${this.#close}>${this.text('moderation.remove.cancel')}</button>
          <button class="button danger" aria-disabled=${isAsking} @click=${() => void this.#remove()}>
            ${isAsking ? html`<span class="spinner"></span>` : nothing}<span>${this.text('moderation.remove.confirm')}</span>
          </button>
        </div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // They have left, by this or by themselves.
    if (!untracked(() => this.meeting.roster.get(this.#target).peek())) this.#close();
  }

  async #remove(): Promise<void> {
    if (this.isAsking) return;
    this.isAsking = true;
    this.error = null;
    try {
      await this.meeting.moderation.remove(this.#target);
      this.#close();
    } catch (cause) {
      const error = cause as VisioError;
      // The host knows why it prevented it.
      if (error.code === 'VETOED') this.#close();
      else this.error = error;
    }
    this.isAsking = false;
  }

  readonly #close = () => {
    if (this.isConnected && this.view.dialog.peek() === 'removal') this.view.dialog.value = null;
  };
}
