import { html, nothing, type PropertyValues } from 'lit';
import { property, query } from '../../base/decorators.js';
import { untracked } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import { LazyElements } from '../../base/lazy-elements.js';
import { hasRest } from '../../base/rest-texts.js';
import { VisioElement, type KeysOf } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { floatingStyles } from '../../ui/floating/floating.styles.js';
import { surroundingsOf } from '../../ui/floating/surroundings.js';
import { popupStyles } from './popup.styles.js';

/** What can have the focus in what opens. */
const FOCUSABLE = 'input:checked, input:not([type=radio]), button, select, textarea, a[href], [tabindex="0"]';

/** What Tab stops at in `root` and the shadow roots in it, in their order. */
function stopsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((each) => {
    if (each.shadowRoot) return stopsIn(each.shadowRoot);
    return each.matches(FOCUSABLE) && each.tabIndex >= 0 && !each.matches(':disabled') && each.checkVisibility() ? [each] : [];
  });
}

/**
 * What opens from a button of the bar: its own menus, and the popups of contributions. One is open at a time, above its
 * button and within the window; it takes the focus in, and closes with Escape, a press elsewhere, or when the focus goes.
 *
 * @summary What opens from a button of the bar.
 *
 * @csspart menu - All of it.
 */
export class VisioPopup extends VisioElement {
  static override styles = [baseStyles, floatingStyles, popupStyles];

  /** What the menu "More" has. */
  @property({ attribute: false }) menu: readonly Contribution[] = [];

  /** The button that something opens from, by its name. */
  @property({ attribute: false }) anchorOf: (name: string) => HTMLElement | null = () => null;

  /** The keys for what the menu "More" has; see the bar. */
  @property({ attribute: false }) keysOf: KeysOf | null = null;

  @query('.popup') private popup!: HTMLElement;

  readonly #elements = new LazyElements(this);
  #shown: string | null = null;
  #anchor: HTMLElement | null = null;
  #hadFocus = false;
  /** Ends what listens while something is open. */
  #open: AbortController | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#open?.abort();
    this.#open = null;
    this.#shown = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
  }

  protected override render() {
    const name = this.view.popup.value;
    return html`
      <div class="popup floating" part="menu" .popover=${'manual'} role="group" tabindex="-1" @keydown=${this.#onKey} @focusout=${this.#onFocusOut}>
        ${name === null || !hasRest(this) ? nothing : this.#renderContent(name)}
      </div>
    `;
  }

  #renderContent(name: string) {
    if (name === 'more') return html`<visio-more-menu .view=${this.view} .menu=${this.menu} .keysOf=${this.keysOf}></visio-more-menu>`;
    if (name === 'microphone' || name === 'camera') return html`<visio-device-menu .view=${this.view} .kind=${name}></visio-device-menu>`;
    const lazy = this.#lazy(name);
    return lazy ? this.#elements.render(name, lazy) : nothing;
  }

  #lazy(name: string) {
    return this.view.contributions.value.find((each) => each.name === name)?.popup;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.isConnected) this.#follow(this.view.popup.peek());
  }

  #follow(name: string | null): void {
    const isNew = name !== this.#shown;
    this.#shown = name;
    if (name === null) return this.#close();
    const lazy = untracked(() => this.#lazy(name));
    if (lazy) void this.#elements.want(name, lazy);
    if (isNew) this.#show(name);
    this.#place();
    // Again when what was waited for is there.
    if (!this.popup.contains(this.shadowRoot!.activeElement) || this.shadowRoot!.activeElement === this.popup) void this.#enter();
  }

  #show(name: string): void {
    this.#anchor = this.anchorOf(name);
    this.popup.ariaLabel = this.#anchor?.ariaLabel ?? null;
    if (this.#open) return;
    this.popup.showPopover();
    this.#open = new AbortController();
    const { signal } = this.#open;
    for (const type of ['resize', 'scroll']) window.addEventListener(type, () => this.#place(), { signal, capture: true, passive: true });
    window.addEventListener('pointerdown', this.#onPress, { signal, capture: true });
    new ResizeObserver((_, observer) => (signal.aborted ? observer.disconnect() : this.#place())).observe(this.popup);
  }

  #close(): void {
    if (!this.#open) return;
    this.#open.abort();
    this.#open = null;
    // Whoever was in here goes back to where they came from, unless what they chose took them elsewhere.
    this.popup.hidePopover();
    if (this.#hadFocus) this.#anchor?.focus();
  }

  async #enter(): Promise<void> {
    const content = this.popup.firstElementChild as (HTMLElement & { readonly updateComplete?: Promise<unknown> }) | null;
    await content?.updateComplete;
    if (!this.#open || this.#anchor?.getRootNode() !== this.getRootNode()) return;
    // Not when the host opened it while the person is elsewhere in the page.
    if ((this.getRootNode() as ShadowRoot).activeElement === null) return;
    const first = (content?.shadowRoot ?? content)?.querySelector<HTMLElement>(FOCUSABLE);
    (first ?? this.popup).focus({ preventScroll: true });
  }

  readonly #onPress = (event: Event) => {
    const path = event.composedPath();
    // A press on the button closes by itself.
    if (!path.includes(this.popup) && !(this.#anchor && path.includes(this.#anchor))) this.view.popup.value = null;
  };

  readonly #onFocusOut = ({ relatedTarget }: FocusEvent) => {
    const to = relatedTarget as Node | null;
    if (!to || this.popup.contains(to) || this.contains(to) || to === this.#anchor) return;
    if (this.view.popup.peek() === this.#shown) this.view.popup.value = null;
  };

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented) return;
    if (event.key === 'Tab') return this.#leave(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    this.view.popup.value = null;
  };

  /** For Tab it stands right after its button, wherever it is in the page: past its ends one is beside that. */
  #leave(event: KeyboardEvent): void {
    const [at] = event.composedPath();
    const stops = stopsIn(this.popup);
    if (at !== (event.shiftKey ? stops[0] : stops.at(-1)) && stops.includes(at as HTMLElement)) return;
    // Backwards one stays on the button; forwards the browser goes on from it.
    if (event.shiftKey) event.preventDefault();
    this.#anchor?.focus();
    this.view.popup.value = null;
  }

  /** Above its button, in the page's top layer, within the window. */
  #place(): void {
    if (!this.#anchor || !this.#open) return;
    const { innerWidth, innerHeight, button } = surroundingsOf(this.#anchor, this.popup);
    const width = this.popup.offsetWidth;
    const left = Math.max(8, Math.min(button.left + button.width / 2 - width / 2, innerWidth - width - 8));
    const above = button.top - 16;
    const below = innerHeight - button.bottom - 16;
    const goesUp = above >= Math.min(280, below);
    const { style } = this.popup;
    style.setProperty('left', `${left}px`);
    style.setProperty('top', goesUp ? 'auto' : `${button.bottom + 8}px`);
    style.setProperty('bottom', goesUp ? `${innerHeight - button.top + 8}px` : 'auto');
    style.setProperty('max-block-size', `${Math.max(120, goesUp ? above : below)}px`);
  }
}
