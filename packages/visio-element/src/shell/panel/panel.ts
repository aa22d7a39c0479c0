import { html, type PropertyValues } from 'lit';
import { property, query } from '../../base/decorators.js';
import { untracked } from 'visio-core/reactive';
import { openPanel } from '../../base/activate.js';
import type { Contribution, PanelAction } from '../../base/contribution.js';
import { LazyElements } from '../../base/lazy-elements.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawAny } from '../../ui/icon/any.js';
import { icon } from '../../ui/icon/icon.js';
import { titleStyles } from '../../ui/title/title.styles.js';
import { panelStyles } from './panel.styles.js';

/**
 * The place of side panels: beside the stage, or over it in a narrow box. It fetches the panel that is asked for, takes
 * the focus in with whoever opened it, and closes with Escape or its button.
 *
 * @summary The side panel of a call.
 *
 * @csspart panel - All of it.
 */
export class VisioPanel extends VisioElement {
  static override styles = [baseStyles, titleStyles, panelStyles];

  /** Called when a panel that had the focus was closed, with its name. */
  @property({ attribute: false }) giveFocusBack: ((name: string) => void) | null = null;

  @query('section') private section!: HTMLElement | null;

  /** Each panel that was opened stays, and with it what was being written or looked at. */
  readonly #elements = new LazyElements(this);
  #shown: string | null = null;
  #hadFocus = false;
  /** Whether to go into the panel once it is there. */
  #isEntering = false;

  /** Goes into the panel that is open. */
  override focus(options?: FocusOptions): void {
    const name = untracked(() => openPanel(this.view)?.name);
    ((name !== undefined && this.#elements.get(name)) || this.section)?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#hadFocus = Boolean(this.shadowRoot!.activeElement);
    this.hidden = openPanel(this.view) === null;
  }

  protected override render() {
    const open = openPanel(this.view);
    if (!open) return '';
    const { name, panel } = open;
    const close = this.text('panel.close');
    return html`
      <section part="panel" tabindex="-1" aria-labelledby="title" @keydown=${this.#onKey}>
        <header>
          <h2 id="title">${this.words(panel!.title)}</h2>
          ${panel!.action ? this.#renderAction(name, panel!.action) : ''}
          <button class="button square" aria-label=${close} title=${close} @click=${this.#close}>${icon('close')}</button>
        </header>
        <div class="content">${this.#elements.render(name, panel!)}</div>
      </section>
    `;
  }

  /** Nothing is done, or even called by its name, before the panel's element is there. */
  #renderAction(name: string, { label, icon, run }: PanelAction) {
    const element = this.#elements.get(name);
    if (!element) return '';
    const words = this.words(label);
    const act = ({ currentTarget }: Event) => run(element, currentTarget as HTMLElement);
    return html`<button class="button square" aria-label=${words} title=${words} @click=${act}>${drawAny(icon)}</button>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    untracked(() => this.#follow(openPanel(this.view)));
  }

  #follow(open: Contribution | null): void {
    const name = open?.name ?? null;
    if (name !== this.#shown) {
      const before = this.#shown;
      this.#shown = name;
      // Not when the host opened it while the person is elsewhere in the page.
      this.#isEntering = open !== null && (this.getRootNode() as ShadowRoot).activeElement !== null;
      if (!open && before !== null && this.#hadFocus) this.giveFocusBack?.(before);
    }
    if (!open) return;
    void this.#elements.want(open.name, open.panel!);
    if (!this.#isEntering) return;
    const element = this.#elements.get(open.name) as (HTMLElement & { readonly updateComplete?: Promise<unknown> }) | undefined;
    if (!element) return this.section!.focus({ preventScroll: true });
    this.#isEntering = false;
    void Promise.resolve(element.updateComplete).then(() => element.focus({ preventScroll: true }));
  }

  readonly #close = () => (this.view.panel.value = null);

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.stopPropagation();
    this.#close();
  };
}
