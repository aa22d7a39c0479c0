import { html, noChange, nothing, type PropertyValues } from 'lit';
import { isInterpreter } from 'visio-core';
import { property, query } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { troubleOf } from '../../base/trouble.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { hueOf, initials } from '../../ui/avatar/avatar.js';
import { icon } from '../../ui/icon/icon.js';
import { personStyles } from './person.styles.js';
import { rowStyles } from './row.styles.js';

/**
 * Someone in the list of people: their name and what is to know about them, of which it watches nothing of anyone else.
 * The list gives it its place and its focus.
 *
 * @summary A row of the list of people.
 *
 * @csspart person - The whole row.
 */
export class VisioPerson extends VisioElement {
  static override styles = [baseStyles, rowStyles, personStyles];

  /** Whom it shows. */
  @property({ attribute: false }) participantId = '';

  /** Whether Tab leads here, and so to its button. */
  @property({ attribute: false }) current = false;

  /** Opens the menu of what may be done about them; `null` while nothing may. */
  @property({ attribute: false }) openMenu: ((id: string, anchor: HTMLElement) => void) | null = null;

  @query('.more') private more!: HTMLElement | null;

  #label = '';

  /** Whether the focus is on its button, and not on the whole. */
  get isButtonFocused(): boolean {
    return this.more !== null && this.shadowRoot!.activeElement === this.more;
  }

  /** Does what its button does. Without one, nothing. */
  open(): void {
    if (this.more) this.openMenu?.(this.participantId, this.more);
  }

  focusButton(): void {
    (this.more ?? this).focus({ preventScroll: true });
  }

  protected override render() {
    const { roster, hands } = this.meeting;
    const person = roster.get(this.participantId).value;
    // The list takes the focus over when it takes this row away: until then it stays.
    if (!person) return this.shadowRoot!.activeElement ? noChange : nothing;
    const name = person.name || this.text('meeting.guest');
    const isMuted = person.tracks.microphone?.muted ?? true;
    const speaks = !isMuted && roster.isSpeaking(this.participantId).value;
    const quality = troubleOf(roster, this.participantId).value;
    const trouble = quality ? this.text(`tile.quality.${quality}`) : '';
    const role = person.attributes['room_role'];
    const manages = role === 'owner' || role === 'administrator' ? this.text(`people.${role}`) : '';
    const kind = person.kind === 'sip' || person.kind === 'agent' ? this.text(`caller.${person.kind}`) : '';
    const interprets = isInterpreter(person) ? this.text('interpreter.role') : '';
    const sharing = person.tracks.screen_share ? this.text('people.sharing') : '';
    const place = hands.position(this.participantId).value;
    const hand = place === null ? '' : this.text('tile.hand', { place });
    const microphone = isMuted ? this.text('tile.muted') : speaks ? this.text('tile.speaking') : '';
    const states = [kind, interprets, manages, sharing].filter(Boolean).join(' · ');
    const you = person.isLocal ? ` (${this.text('people.you')})` : '';
    this.#label = [name, person.isLocal && this.text('people.you'), kind, interprets, manages, hand, microphone, sharing, trouble].filter(Boolean).join(', ');
    return html`
      <div class="person" part="person">
        <div class="avatar" aria-hidden="true">${initials(name, this.view.translator.value.language)}</div>
        <div class="who">
          <div class="name" title=${name + you}><bdi>${name}</bdi>${you ? html`<span class="quiet">${you}</span>` : nothing}</div>
          ${states || trouble
            ? html`<div class="state">${states}${states && trouble ? ' · ' : nothing}${trouble ? html`<span class="bad">${trouble}</span>` : nothing}</div>`
            : nothing}
        </div>
        ${hand ? html`<div class="mark hand" role="img" aria-label=${hand} title=${hand}>${icon('hand-small', 16)}<span>${place}</span></div>` : nothing}
        ${microphone
          ? html`<div class=${classMap({ mark: true, speaks })} role="img" aria-label=${microphone} title=${microphone}>${icon(isMuted ? 'mic-off' : 'speaking')}</div>`
          : nothing}
        ${this.openMenu ? this.#renderButton(name) : nothing}
      </div>
    `;
  }

  #renderButton(name: string) {
    const label = this.text('tile.options', { name });
    return html`<button class="button more" tabindex=${this.current ? 0 : -1} aria-haspopup="menu" aria-label=${label} title=${label} @click=${() => this.open()}>${icon('more')}</button>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (changed.has('participantId')) this.style.setProperty('--hue', String(hueOf(this.participantId)));
    this.setAttribute('aria-label', this.#label);
  }
}
