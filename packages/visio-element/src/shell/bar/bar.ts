import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { computed, type Readable } from 'visio-core/reactive';
import { activate, iconOf, isOffered, isOpen } from '../../base/activate.js';
import type { Contribution } from '../../base/contribution.js';
import { repeat } from '../../base/repeat.js';
import { VisioElement, type KeysOf } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { inputButton } from '../../ui/devices/input-button.js';
import { drawAny } from '../../ui/icon/any.js';
import { icon } from '../../ui/icon/icon.js';
import { arrange } from './arrange.js';
import { barStyles } from './bar.styles.js';

type Input = 'microphone' | 'camera';

/** A control and the space after it, in CSS pixels: in narrow boxes, and in others. As the styles have it. */
const UNIT = { narrow: 52, wide: 60 };
const NARROW = 520;

/**
 * What a person does in a call: microphone and camera, each with its devices, then what features contribute, and leave.
 * What has no room is in a menu. It shows what the host wants, the browser can and the room allows, and leave always.
 * The name of a button says what it will do.
 *
 * @summary The controls of a call.
 *
 * @csspart bar - All of it.
 * @csspart menu - What opens from a button.
 */
export class VisioBar extends VisioElement {
  static override styles = [baseStyles, barStyles];

  /** The side panel that is open, for whoever asks what a button controls. */
  @property({ attribute: false }) panelElement: HTMLElement | null = null;

  /** The keys that do what a button does, as `aria-keyshortcuts` has them, by its name. Reads signals; `null` until that is known. */
  @property({ attribute: false }) keysOf: KeysOf | null = null;

  /** How many contributed controls there is room for: all, until measured, which is before the first picture. */
  @state() private room = Infinity;

  @query('section') private section!: HTMLElement;

  /** What the room allows; apart from the participant, who changes more often. */
  #allowed!: Readable<string>;
  /** The control that has the focus, by its name, which may be empty; `null` when none has. */
  #focused: string | null = null;
  readonly #observer = globalThis.ResizeObserver && new ResizeObserver(() => this.#measure());
  /** What is measured, so that nothing is twice. */
  readonly #observed = new WeakSet<Element>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer?.observe(this);
  }

  /** Goes to the button of a control, or to the menu that it is in. */
  focusControl(name: string): void {
    this.#buttonOf(name)?.focus();
  }

  #buttonOf(name: string): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>(`[data-control="${name}"]`) ?? this.renderRoot.querySelector<HTMLElement>('.overflow, .leave');
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const at = this.shadowRoot!.activeElement as HTMLElement | null;
    this.#focused = at?.matches('.control') ? (at.dataset['control'] ?? '') : null;
    if (!changed.has('view')) return;
    const { roster } = this.meeting;
    this.#allowed = computed(() => {
      const localId = roster.localId.value;
      return localId === null ? '' : (roster.get(localId).value?.canPublish.join() ?? '');
    });
  }

  protected override render() {
    const { view } = this;
    const allowed = view.watching.value ? '' : this.#allowed.value;
    const inputs = (['microphone', 'camera'] as const).filter((kind) => this.#wants(kind) && allowed.split(',').includes(kind));
    const offered = view.contributions.value.filter((each) => each.control && isOffered(view, each));
    const { row, menu } = arrange(offered, view.controls.value, this.room);
    const leave = this.text('control.leave');
    return html`
      <section aria-label=${this.text('control.label')} part="bar">
        <div class="people">${icon('people')}${this.text('stage.count', { count: this.meeting.roster.count.value })}</div>
        <div class=${classMap({ controls: true, 'devices-elsewhere': offered.some(({ control }) => control!.hasDevices) })}>
          ${repeat(
            inputs,
            (kind) => kind,
            (kind) => this.#renderInput(kind),
          )}
          ${repeat(
            row,
            ({ name }) => name,
            (each) => this.#renderControl(each),
          )}
          ${menu.length > 0 ? this.#renderMore(menu) : nothing}
          <button class="button control danger leave fixed" aria-label=${leave} title=${leave} aria-keyshortcuts=${ifDefined(this.#keys('leave'))}>
            ${icon('leave', 24)}<span>${this.text('control.leaveShort')}</span>
          </button>
        </div>
      </section>
      <visio-popup .view=${view} .menu=${menu} .anchorOf=${this.#anchorOf} .keysOf=${this.keysOf} exportparts="menu"></visio-popup>
    `;
  }

  #keys(action: string): string | undefined {
    return this.keysOf?.(this.view, action);
  }

  #renderInput(kind: Input): TemplateResult {
    const options = this.text(`device.options.${kind}`);
    return html`
      <div class="split fixed">
        ${inputButton(this.view, kind, this.#keys(kind))}
        ${this.#wants('devices')
          ? html`
              <button
                class="button control more"
                data-control=${kind}
                aria-label=${options}
                title=${options}
                aria-expanded=${this.view.popup.value === kind}
              >
                ${icon('chevron', 16)}
              </button>
            `
          : nothing}
      </div>
    `;
  }

  #renderControl(contribution: Contribution) {
    const { view } = this;
    const { label, pressed, busy, badge, run } = contribution.control!;
    const opens = isOpen(view, contribution);
    const isOn = pressed ? pressed(view) : opens;
    const news = badge?.(view) ?? null;
    const name = [this.words(label), news?.words].filter(Boolean).join(', ');
    return html`
      <button
        class=${classMap({ button: true, control: true, on: isOn })}
        data-control=${contribution.name}
        aria-label=${name}
        title=${name}
        aria-busy=${ifDefined(busy?.(view))}
        aria-keyshortcuts=${ifDefined(this.#keys(contribution.name))}
        aria-expanded=${ifDefined(run ? undefined : opens)}
      >
        ${drawAny(iconOf(view, contribution.control!), 24)}${this.#renderBadge(news?.count ?? 0)}
      </button>
    `;
  }

  /** What there is no room for, with what there is to see in it. */
  #renderMore(menu: readonly Contribution[]) {
    const news = menu.flatMap(({ control }) => {
      const badge = control!.badge?.(this.view);
      return badge ? [{ count: badge.count, words: `${this.words(control!.label)}, ${badge.words}` }] : [];
    });
    const name = [this.text('control.more'), ...news.map(({ words }) => words)].join(', ');
    return html`
      <button
        class="button control overflow"
        data-control="more"
        aria-label=${name}
        title=${name}
        aria-expanded=${this.view.popup.value === 'more'}
      >
        ${icon('more', 24)}${this.#renderBadge(news.reduce((sum, { count }) => sum + count, 0))}
      </button>
    `;
  }

  #renderBadge(count: number) {
    return count > 0 ? html`<span class="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>` : nothing;
  }

  protected override firstUpdated(changed: PropertyValues<this>): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('click', this.#onClick);
    this.renderRoot.addEventListener('focusout', this.#onFocusOut);
    // Whoever comes near is likely to open something.
    for (const type of ['pointerover', 'focusin']) this.renderRoot.addEventListener(type, this.#prepare, { once: true, passive: true });
    // The observer tells before the first picture; a page in the background has none.
    if (document.hidden) this.#measure();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const each of this.renderRoot.querySelectorAll('.fixed, .people')) {
      if (!this.#observed.has(each)) this.#observer?.observe(each);
      this.#observed.add(each);
    }
    // It went to the menu, or is not to be had any more; or it was moved, which takes the focus away, too.
    if (this.#focused !== null && !this.shadowRoot!.activeElement) this.focusControl(this.#focused);
    if (this.view.popup.peek() !== null && !customElements.get('visio-popup')) void this.#fetchPopup();
    // An id would not reach out of this shadow root.
    for (const button of this.renderRoot.querySelectorAll<HTMLButtonElement>('[data-control]')) {
      button.ariaControlsElements = button.dataset['control'] === this.view.panel.peek() && this.panelElement ? [this.panelElement] : null;
    }
  }

  /** What is not contributed has the width that its words have; what is left is for the rest. */
  #measure(): void {
    const { section } = this;
    if (!section || section.clientWidth === 0) return;
    const at = this.shadowRoot!.activeElement;
    if (at) this.#keepFocus(at);
    const isNarrow = this.clientWidth < NARROW;
    const widthOf = (selector: string) => [...section.querySelectorAll<HTMLElement>(selector)].reduce((sum, each) => sum + each.offsetWidth + 8, 0);
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(section);
    const inner = section.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
    // Leave has a margin of its own, and the controls are in the middle.
    const taken = widthOf('.fixed') + 2 * widthOf('.people') + (isNarrow ? 0 : 8);
    this.room = Math.max(0, Math.floor((inner - taken + 8) / UNIT[isNarrow ? 'narrow' : 'wide']));
  }

  /** In a narrow box what chooses devices has no buttons. Some browsers tell by an event, others by nothing. */
  #keepFocus(at: Element): void {
    if (at.isConnected && at.matches('.control') && !at.checkVisibility()) this.focusControl('');
  }

  readonly #onFocusOut = ({ target, relatedTarget }: Event & { readonly relatedTarget?: EventTarget | null }) => {
    if (!relatedTarget) this.#keepFocus(target as Element);
  };

  #wants(control: string): boolean {
    return this.view.controls.value?.includes(control) ?? true;
  }

  /** One listener for all: not every browser focuses a button that is clicked, and what opens takes the focus over from here. */
  readonly #onClick = ({ target }: Event) => {
    const button = (target as Element).closest<HTMLElement>('[data-control], .leave');
    if (!button) return;
    if (button.matches('.leave')) return void this.meeting.leave().catch(() => undefined);
    button.focus();
    const name = button.dataset['control']!;
    const contribution = this.view.contributions.peek().find((each) => each.name === name && each.control);
    const { popup } = this.view;
    if (contribution) activate(this.view, contribution);
    else popup.value = popup.peek() === name ? null : name;
  };

  readonly #anchorOf = (name: string) => this.#buttonOf(name);

  /** Fetches the words of menus. */
  readonly #prepare = () => void this.view.translator.peek().loadRest().catch(() => undefined);

  /** Its words first: once its code is there, it shows. */
  async #fetchPopup(): Promise<void> {
    try {
      await this.view.translator.peek().loadRest();
      await import('../popup/popup-ring.js');
    } catch {
      this.view.popup.value = null;
    }
  }
}
