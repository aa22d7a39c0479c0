import { html, nothing } from 'lit';
import { property, query } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import type { ParticipantAction } from '../../base/contribution.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { floatingStyles, itemStyles } from '../../ui/floating/floating.styles.js';
import { surroundingsOf } from '../../ui/floating/surroundings.js';
import { drawAny } from '../../ui/icon/any.js';
import { participantMenuStyles } from './participant-menu.styles.js';

/**
 * What may be done about one participant: the actions of every contribution. It opens at a button, in the page's top
 * layer, takes the focus, and gives it back to that button. Whoever puts it in a page sees that its texts are there
 * (`translator.loadRest()`), or uses `openParticipantMenu`, which does it all.
 *
 * @summary The menu of one participant.
 */
export class VisioParticipantMenu extends VisioElement {
  static override styles = [baseStyles, floatingStyles, itemStyles, participantMenuStyles];

  @property({ attribute: false }) participantId = '';

  @query('.menu') private menu!: HTMLElement;

  #anchor: HTMLElement | null = null;
  #open: AbortController | null = null;

  /** Opens at `anchor`, which then is `aria-expanded`. Opening it at another moves it there. */
  async open(anchor: HTMLElement): Promise<void> {
    await Promise.allSettled([this.updateComplete, ...this.view.contributions.peek().map((each) => each.loadActions?.())]);
    if (!this.isConnected || !anchor.isConnected) return;
    this.close();
    this.#end();
    this.#anchor = anchor;
    this.#open = new AbortController();
    this.requestUpdate();
    await this.updateComplete;
    if (!this.isConnected || !this.#open) return;
    this.menu.showPopover();
    anchor.ariaExpanded = 'true';
    this.#place();
    this.#entries()[0]?.focus({ preventScroll: true });
    const window = this.ownerDocument.defaultView!;
    const { signal } = this.#open;
    for (const type of ['resize', 'scroll']) window.addEventListener(type, () => this.#place(), { signal, capture: true, passive: true });
  }

  close(): void {
    if (this.#open && this.isConnected) this.menu.hidePopover();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#end();
  }

  protected override render() {
    const person = this.meeting.roster.get(this.participantId).value;
    const actions = this.#open && person ? this.#actions() : [];
    const name = person?.isLocal ? this.text('meeting.you') : person?.name || this.text('meeting.guest');
    return html`
      <div class="menu floating" role="menu" aria-label=${this.text('tile.options', { name })} .popover=${'auto'} @toggle=${this.#onToggle} @keydown=${this.#onKey}>
        ${this.#open ? html`<div class="title" role="presentation"><bdi>${name}</bdi></div>` : nothing}
        ${actions.map(
          (action, i) => html`
            ${action.danger && i > 0 && !actions[i - 1]?.danger ? html`<hr />` : nothing}
            <button class=${classMap({ button: true, item: true, careful: action.danger ?? false })} role="menuitem" tabindex="-1" @click=${() => this.#run(action)}>
              ${drawAny(action.icon)}<span>${action.label}</span>
            </button>
          `,
        )}
        ${this.#open && actions.length === 0 ? html`<button class="button item" role="menuitem" aria-disabled="true" tabindex="-1">${this.text('tile.noOptions')}</button>` : nothing}
      </div>
    `;
  }

  protected override updated(): void {
    if (!this.#open) return;
    // Whoever it was about has gone.
    if (!this.meeting.roster.get(this.participantId).peek()) this.close();
    else if (this.#anchor?.ariaExpanded === 'true') this.#place();
  }

  /** Those that ask for care stand last. */
  #actions(): readonly ParticipantAction[] {
    const all = this.view.contributions.value.flatMap((each) => each.actions?.(this.view, this.participantId) ?? []);
    return [...all.filter(({ danger }) => !danger), ...all.filter(({ danger }) => danger)];
  }

  #run(action: ParticipantAction): void {
    this.close();
    action.run();
  }

  #entries(): readonly HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  }

  readonly #onKey = (event: KeyboardEvent) => {
    const entries = this.#entries();
    const at = entries.indexOf(this.shadowRoot!.activeElement as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === 'Tab') return this.close();
    // Not for what is around: a tile, a panel, the host's page.
    event.stopPropagation();
    if (to === undefined) return;
    event.preventDefault();
    entries.at(to % entries.length)?.focus();
  };

  readonly #onToggle = ({ newState }: ToggleEvent) => {
    if (newState !== 'closed') return;
    const hadFocus = this.menu.contains(this.shadowRoot!.activeElement);
    const anchor = this.#anchor;
    this.#end();
    this.requestUpdate();
    if (hadFocus || this.ownerDocument.activeElement === this.ownerDocument.body) anchor?.focus({ preventScroll: true });
    this.dispatchEvent(new Event('close'));
  };

  #end(): void {
    this.#open?.abort();
    this.#open = null;
    if (this.#anchor) this.#anchor.ariaExpanded = 'false';
  }

  /** Below its button or above it, within the window. */
  #place(): void {
    const { innerWidth, innerHeight, button } = surroundingsOf(this.#anchor!, this.menu);
    const { style, offsetWidth: width, scrollHeight } = this.menu;
    const left = Math.max(8, Math.min(button.right - width, innerWidth - width - 8));
    const below = innerHeight - button.bottom - 12;
    const above = button.top - 12;
    const goesDown = below >= Math.min(scrollHeight + 2, above);
    style.setProperty('left', `${left}px`);
    style.setProperty('top', goesDown ? `${button.bottom + 4}px` : 'auto');
    style.setProperty('bottom', goesDown ? 'auto' : `${innerHeight - button.top + 4}px`);
    style.setProperty('max-block-size', `${Math.max(96, goesDown ? below : above)}px`);
  }
}
