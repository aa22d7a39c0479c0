import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { TextKey, TextValues } from 'visio-core/i18n';
import { effect, untracked } from 'visio-core/reactive';
import { openPanel } from '../../base/activate.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
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
 *
 * @cssprop [--visio-call-scheme=dark] - `light`, `dark` or `light dark`: the colours of a call. Lobby and end follow the page.
 */
export class VisioCall extends VisioElement {
  static override styles = [baseStyles, callStyles];

  @query('.call') private call!: HTMLElement;
  @query('[aria-live]') private voice!: HTMLElement;

  @query('visio-bar') private bar!: VisioBar;
  @query('visio-panel') private panel!: HTMLElement | null;

  /** Places whose code is fetched with what first opens in them; they then stay. */
  @state() private hasPanel = false;
  @state() private hasDialog = false;

  #stopListening: (() => void) | undefined;
  #open = { panel: false, dialog: false };
  readonly #fetching = new Set<'panel' | 'dialog'>();

  /** Goes to the call, for whoever came with the keyboard. */
  override focus(options?: FocusOptions): void {
    this.call.focus(options);
  }

  protected override render() {
    const { view } = this;
    this.#open = { panel: openPanel(view) !== null, dialog: view.dialog.value !== null };
    return html`
      <div class="call" part="call" role="group" tabindex="-1" aria-label=${this.text('meeting.label')}>
        <visio-notices .view=${view} exportparts="notice, sharing"></visio-notices>
        <div class=${classMap({ main: true, 'with-panel': this.#open.panel })}>
          <div class="stage">
            <visio-stage .view=${view} exportparts="stage, pager, tile, name"></visio-stage>
            <visio-overlays .view=${view}></visio-overlays>
          </div>
          ${this.hasPanel
            ? html`<visio-panel .view=${view} .giveFocusBack=${this.#giveFocusBack} exportparts="panel, messages, message, composer"></visio-panel>`
            : nothing}
        </div>
        <visio-bar .view=${view} exportparts="bar, menu"></visio-bar>
        ${this.hasDialog ? html`<visio-dialog .view=${view} exportparts="dialog"></visio-dialog>` : nothing}
      </div>
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  async #fetchLater(): Promise<void> {
    await this.view.translator.peek().loadRest();
    await import('../later/later-ring.js');
  }

  async #fetch(place: 'panel' | 'dialog'): Promise<void> {
    if (this.#fetching.has(place)) return;
    this.#fetching.add(place);
    try {
      if (place === 'panel') {
        await import('../panel/panel-ring.js');
        this.hasPanel = true;
      } else {
        await import('../dialog/dialog-ring.js');
        this.hasDialog = true;
      }
    } catch {
      // The button is there to try again.
      this.voice.textContent = this.#say('error.ENGINE_LOAD_FAILED');
      this.view[place].value = null;
    }
    this.#fetching.delete(place);
  }

  protected override firstUpdated(): void {
    // What may be wanted at any moment comes when the call is there, with its words.
    void this.#fetchLater().catch(() => undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.bar.panelElement = this.panel;
    if (this.#open.panel && !this.hasPanel) void this.#fetch('panel');
    if (this.#open.dialog && !this.hasDialog) void this.#fetch('dialog');
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
    const tell = async () => {
      await this.view.translator.peek().loadRest().catch(() => undefined);
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
        timer ??= setTimeout(() => void tell(), GATHER);
      });
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }

  readonly #giveFocusBack = (name: string) => this.bar.focusControl(name);

  #people(what: 'joined' | 'left', names: readonly string[]): string {
    if (names.length === 0) return '';
    return names.length === 1 ? this.#say(`call.${what}`, { name: names[0]! }) : this.#say(`call.${what}.many`, { count: names.length });
  }

  #say(key: TextKey, values?: TextValues): string {
    return this.view.translator.peek().text(key, values);
  }
}
