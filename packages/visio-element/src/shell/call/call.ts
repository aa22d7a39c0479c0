import { html, nothing, type LitElement, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { TextKey, TextValues } from 'visio-core/i18n';
import { effect, untracked } from 'visio-core/reactive';
import type { PanelContribution } from '../../base/contribution.js';
import { VisioElement } from '../../base/visio-element.js';
import { panels } from '../../features/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import type { VisioBar } from '../bar/bar.js';
import { callStyles } from './call.styles.js';

/** Comings and goings within this time, in milliseconds, are told together. */
const GATHER = 800;

/**
 * A call: notices, stage, controls and one side panel at a time, and a voice for screen readers that tells who comes and goes.
 *
 * @summary The call itself.
 *
 * @csspart call - All of it.
 * @csspart panel - The side panel that is open: beside the stage, or over it in a narrow box.
 *
 * @cssprop [--visio-call-scheme=dark] - `light`, `dark` or `light dark`: the colours of a call. Lobby and end follow the page.
 */
export class VisioCall extends VisioElement {
  static override styles = [baseStyles, callStyles];

  @query('.call') private call!: HTMLElement;
  @query('[aria-live]') private voice!: HTMLElement;

  @query('visio-bar') private bar!: VisioBar;
  @query('.panel') private aside!: HTMLElement | null;

  /** The panel whose code could not be had. */
  @state() private failed: PanelContribution | null = null;

  #stopListening: (() => void) | undefined;
  /** The element of each panel that was opened. They stay, and with them what was being written or looked at. */
  readonly #elements = new Map<PanelContribution, VisioElement>();
  /** The panel in the page. */
  #panel: PanelContribution | null = null;
  /** Whether the focus was in the panel before this update. */
  #panelHadFocus = false;
  /** Whether to go into the panel once it is there. */
  #entering = false;

  /** Goes to the call, for whoever came with the keyboard. */
  override focus(options?: FocusOptions): void {
    this.call.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('view')) this.#elements.clear();
    this.#panelHadFocus = this.aside?.contains(this.shadowRoot!.activeElement) ?? false;
  }

  protected override render() {
    const panel = this.#openPanel();
    return html`
      <div class="call" part="call" role="group" tabindex="-1" aria-label=${this.text('meeting.label')}>
        <visio-notices .view=${this.view} exportparts="notice, sharing"></visio-notices>
        <div class=${classMap({ main: true, 'with-panel': panel !== null })}>
          <visio-stage .view=${this.view} exportparts="stage, pager, tile, name"></visio-stage>
          ${panel ? this.#renderPanel(panel) : nothing}
        </div>
        <visio-bar .view=${this.view} exportparts="bar, menu"></visio-bar>
      </div>
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  #openPanel(): PanelContribution | null {
    const name = this.view.panel.value;
    const panel = panels.find((each) => each.name === name);
    return panel && (panel.available?.(this.view).value ?? true) ? panel : null;
  }

  #renderPanel(panel: PanelContribution) {
    const close = this.text('panel.close');
    return html`
      <aside class="panel" part="panel" tabindex="-1" aria-labelledby="panel-title" @keydown=${this.#onPanelKey}>
        <header>
          <h2 id="panel-title">${this.text(panel.label)}</h2>
          <button class="button square" aria-label=${close} title=${close} @click=${this.#closePanel}>${icon('close')}</button>
        </header>
        <div class="content">${this.#elements.get(panel) ?? this.#renderWait(panel)}</div>
      </aside>
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

  /** Focus goes in with whoever opened the panel, and back to its button with whoever closed it. */
  #followPanel(panel: PanelContribution | null): void {
    if (panel !== this.#panel) {
      const before = this.#panel;
      this.#panel = panel;
      // Not when the host opened it while the person is elsewhere in the page.
      this.#entering = panel !== null && this.shadowRoot!.activeElement !== null;
      if (panel) void this.#load(panel);
      else if (before && this.#panelHadFocus) this.bar.focusPanelButton(before.name);
    }
    this.bar.panelElement = this.aside;
    if (!this.#entering || !panel) return;
    const element = this.#elements.get(panel);
    if (!element) return this.aside!.focus({ preventScroll: true });
    this.#entering = false;
    void (element as LitElement).updateComplete.then(() => element.focus({ preventScroll: true }));
  }

  readonly #closePanel = () => (this.view.panel.value = null);

  readonly #onPanelKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented) return;
    event.stopPropagation();
    this.#closePanel();
  };

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    untracked(() => this.#followPanel(this.#openPanel()));
    if (changed.has('view')) this.#stop();
    if (this.isConnected) this.#stopListening ??= untracked(() => this.#listen());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.#stop();
    });
  }

  #stop(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Tells who comes and goes. Writes into the page directly: words for the ear are no reason to render. */
  #listen(): () => void {
    const { roster } = this.meeting;
    const names = new Map<string, string>();
    let joined = new Set<string>();
    let left = new Map<string, string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let first = true;

    const nameOf = (id: string) => roster.get(id).peek()?.name || this.#say('meeting.guest');
    const tell = () => {
      const words = [this.#people('joined', [...joined].map(nameOf)), this.#people('left', [...left.values()])];
      timer = undefined;
      joined = new Set();
      left = new Map();
      this.voice.textContent = words.filter(Boolean).join(' ');
    };
    const stop = effect(() => {
      const ids = roster.ids.value;
      untracked(() => {
        const now = new Set(ids);
        for (const id of ids) {
          if (names.has(id)) continue;
          names.set(id, nameOf(id));
          if (!first && !left.delete(id)) joined.add(id);
        }
        for (const [id, name] of names) {
          if (now.has(id)) continue;
          names.delete(id);
          // Everyone is gone when the call ends: nothing to tell.
          if (ids.length > 0 && !joined.delete(id)) left.set(id, name);
        }
        first = false;
        if (joined.size + left.size === 0) return;
        timer ??= setTimeout(tell, GATHER);
      });
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }

  #people(what: 'joined' | 'left', names: readonly string[]): string {
    if (names.length === 0) return '';
    return names.length === 1 ? this.#say(`call.${what}`, { name: names[0]! }) : this.#say(`call.${what}.many`, { count: names.length });
  }

  #say(key: TextKey, values?: TextValues): string {
    return this.view.translator.peek().text(key, values);
  }
}
