import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { TextKey, TextValues } from 'visio-core/i18n';
import { effect, untracked } from 'visio-core/reactive';
import { VisioElement } from '../../base/visio-element.js';
import { openPanel } from '../../features/index.js';
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

  /** Whether the place of panels is there; its code is fetched with the first. */
  @state() private hasPanel = false;

  #stopListening: (() => void) | undefined;
  #isOpen = false;
  #fetchingPanel = false;

  /** Goes to the call, for whoever came with the keyboard. */
  override focus(options?: FocusOptions): void {
    this.call.focus(options);
  }

  protected override render() {
    this.#isOpen = openPanel(this.view) !== null;
    return html`
      <div class="call" part="call" role="group" tabindex="-1" aria-label=${this.text('meeting.label')}>
        <visio-notices .view=${this.view} exportparts="notice, sharing"></visio-notices>
        <div class=${classMap({ main: true, 'with-panel': this.#isOpen })}>
          <visio-stage .view=${this.view} exportparts="stage, pager, tile, name"></visio-stage>
          ${this.hasPanel
            ? html`<visio-panel .view=${this.view} .giveFocusBack=${this.#giveFocusBack} exportparts="panel, messages, message, composer"></visio-panel>`
            : nothing}
        </div>
        <visio-bar .view=${this.view} exportparts="bar, menu"></visio-bar>
      </div>
      <div class="unseen" aria-live="polite"></div>
    `;
  }

  /** Fetches the place of panels with the first one; it then stays. */
  async #fetchPanel(): Promise<void> {
    this.#fetchingPanel = true;
    try {
      await import('../panel/panel-ring.js');
      this.hasPanel = true;
    } catch {
      // The button is there to try again.
      this.voice.textContent = this.#say('error.ENGINE_LOAD_FAILED');
      this.view.panel.value = null;
    }
    this.#fetchingPanel = false;
  }

  protected override firstUpdated(): void {
    // Notices and news come when the call is there: nothing of either is to be told at once.
    import('../news/news-ring.js').catch(() => undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.bar.panelElement = this.panel;
    if (this.#isOpen && !this.hasPanel && !this.#fetchingPanel) void this.#fetchPanel();
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

  readonly #giveFocusBack = (name: string) => this.bar.focusPanelButton(name);

  #people(what: 'joined' | 'left', names: readonly string[]): string {
    if (names.length === 0) return '';
    return names.length === 1 ? this.#say(`call.${what}`, { name: names[0]! }) : this.#say(`call.${what}.many`, { count: names.length });
  }

  #say(key: TextKey, values?: TextValues): string {
    return this.view.translator.peek().text(key, values);
  }
}
