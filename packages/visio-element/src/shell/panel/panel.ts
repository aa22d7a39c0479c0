import { html, type PropertyValues } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { untracked } from 'visio-core/reactive';
import type { PanelContribution } from '../../base/contribution.js';
import { VisioElement } from '../../base/visio-element.js';
import { openPanel } from '../../features/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
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
  static override styles = [baseStyles, panelStyles];

  /** Called when a panel that had the focus was closed, with its name. */
  @property({ attribute: false }) giveFocusBack: ((name: string) => void) | null = null;

  @query('section') private section!: HTMLElement | null;

  /** The panel whose code could not be had. */
  @state() private failed: PanelContribution | null = null;

  /** The element of each panel that was opened. They stay, and with them what was being written or looked at. */
  readonly #elements = new Map<PanelContribution, VisioElement>();
  #shown: PanelContribution | null = null;
  #hadFocus = false;
  /** Whether to go into the panel once it is there. */
  #isEntering = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#elements.clear();
    this.#hadFocus = Boolean(this.shadowRoot!.activeElement);
    const panel = openPanel(this.view);
    this.hidden = panel === null;
  }

  protected override render() {
    const panel = openPanel(this.view);
    if (!panel) return '';
    const close = this.text('panel.close');
    return html`
      <section part="panel" tabindex="-1" aria-labelledby="title" @keydown=${this.#onKey}>
        <header>
          <h2 id="title">${this.text(panel.label)}</h2>
          <button class="button square" aria-label=${close} title=${close} @click=${this.#close}>${icon('close')}</button>
        </header>
        <div class="content">${this.#elements.get(panel) ?? this.#renderWait(panel)}</div>
      </section>
    `;
  }

  #renderWait(panel: PanelContribution) {
    if (this.failed !== panel) return html`<div class="wait" role="status" aria-label=${this.text('panel.loading')}><span class="spinner"></span></div>`;
    return html`
      <div class="wait" role="alert">
        <p>${this.text('error.ENGINE_LOAD_FAILED')}</p>
        <button class="button" @click=${() => this.#load(panel)}>${this.text('error.tryAgain')}</button>
      </div>
    `;
  }

  async #load(panel: PanelContribution): Promise<void> {
    if (this.#elements.has(panel)) return;
    this.failed = null;
    const { view } = this;
    try {
      await panel.load();
    } catch {
      this.failed = panel;
      return;
    }
    if (view !== this.view || this.#elements.has(panel)) return;
    const element = document.createElement(panel.tag) as VisioElement;
    element.view = view;
    element.setAttribute('exportparts', 'messages, message, composer');
    this.#elements.set(panel, element);
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    untracked(() => this.#follow(openPanel(this.view)));
  }

  #follow(panel: PanelContribution | null): void {
    if (panel !== this.#shown) {
      const before = this.#shown;
      this.#shown = panel;
      // Not when the host opened it while the person is elsewhere in the page.
      this.#isEntering = panel !== null && (this.getRootNode() as ShadowRoot).activeElement !== null;
      if (panel) void this.#load(panel);
      else if (before && this.#hadFocus) this.giveFocusBack?.(before.name);
    }
    if (!this.#isEntering || !panel) return;
    const element = this.#elements.get(panel);
    if (!element) return this.section!.focus({ preventScroll: true });
    this.#isEntering = false;
    void element.updateComplete.then(() => element.focus({ preventScroll: true }));
  }

  readonly #close = () => (this.view.panel.value = null);

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.stopPropagation();
    this.#close();
  };
}
