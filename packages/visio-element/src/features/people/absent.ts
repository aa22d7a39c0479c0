import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.js';
import type { Invitee, WaitingPerson } from 'visio-core';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { hueOf, initials } from '../../ui/avatar/avatar.js';
import { icon } from '../../ui/icon/icon.js';
import { rowStyles } from './row.styles.js';

/**
 * Someone in the list of people who is not in the room: who waits, with what to decide about them, or who is expected.
 *
 * @summary A row of the list of people, for those who have not come.
 *
 * @csspart person - The whole row.
 */
export class VisioAbsent extends VisioElement {
  static override styles = [
    baseStyles,
    rowStyles,
    css`
      .button {
        flex: none;
        min-block-size: 36px;
        padding: var(--_space-1) var(--_space-3);
        font-size: var(--_text-s);
      }

      .square {
        inline-size: 36px;
        margin-inline-start: -6px;
        padding: 0;
        background: none;
      }

      .square:hover {
        background: var(--_color-control-hover);
      }
    `,
  ];

  /** One with an `id` waits. */
  @property({ attribute: false }) person!: WaitingPerson | Invitee;

  /** Whether Tab leads here, and so to its buttons. */
  @property({ attribute: false }) current = false;

  @state() private isDeciding = false;

  protected override render() {
    const { person } = this;
    const name = person.name || this.text('meeting.guest');
    const email = 'email' in person && person.email;
    return html`
      <div class="person" part="person">
        <div class="avatar" aria-hidden="true">${initials(name, this.view.translator.value.language)}</div>
        <div class="who">
          <div class="name" title=${name}><bdi>${name}</bdi></div>
          ${email ? html`<div class="state" title=${email}><bdi>${email}</bdi></div>` : nothing}
        </div>
        ${'id' in person ? [this.#renderDecision('admit', person.id, name), this.#renderDecision('deny', person.id, name)] : nothing}
      </div>
    `;
  }

  #renderDecision(what: 'admit' | 'deny', id: string, name: string) {
    const label = this.text(`people.${what}Person`, { name });
    const isOff = this.isDeciding || !this.meeting.waitingRoom[what].enabled.value;
    return html`
      <button
        class="button ${what === 'admit' ? 'primary' : 'square'}"
        tabindex=${this.current ? 0 : -1}
        aria-disabled=${isOff}
        aria-label=${label}
        title=${label}
        @click=${() => void this.#decide(what, id)}
      >
        ${what === 'admit' ? this.text('people.admit') : icon('close')}
      </button>
    `;
  }

  async #decide(what: 'admit' | 'deny', id: string): Promise<void> {
    if (this.isDeciding) return;
    this.isDeciding = true;
    // What went wrong is said above the list.
    await this.meeting.waitingRoom[what](id).catch(() => undefined);
    this.isDeciding = false;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { person } = this;
    const name = person.name || this.view.translator.peek().text('meeting.guest');
    const email = 'email' in person && person.email;
    this.setAttribute('aria-label', email ? `${name}, ${email}` : name);
    this.style.setProperty('--hue', String(hueOf('id' in person ? person.id : email || name)));
  }
}
