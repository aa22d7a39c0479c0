import { html, nothing, type PropertyValues } from 'lit';
import { query, state } from '../../base/decorators.js';
import { classMap } from '../../base/class-map.js';
import { openPanel } from '../../base/activate.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import type { VisioBar } from '../bar/bar.js';
import { callTokens } from '../../theme/call-tokens.js';
import { callStyles } from './call.styles.js';

/**
 * A call: notices, stage, controls and one side panel at a time.
 *
 * @summary The call itself.
 *
 * @csspart call - All of it.
 *
 * @cssprop [--visio-call-scheme=dark] - `dark`, `light` or `default`, which is the page’s: the colours of a call. Lobby and end follow the page.
 */
export class VisioCall extends VisioElement {
  static override styles = [baseStyles, callTokens, callStyles];

  @query('.call') private call!: HTMLElement;
  @query('visio-bar') private bar!: VisioBar;
  @query('visio-stage') private stage!: HTMLElement;
  @query('visio-panel') private panel!: HTMLElement | null;

  /** Places whose code is fetched with what first opens in them; they then stay. */
  @state() private hasPanel = false;
  @state() private hasDialog = false;

  #open = { panel: false, dialog: false };
  readonly #fetching = new Set<'panel' | 'dialog'>();

  override connectedCallback(): void {
    super.connectedCallback();
    // Said here and not by who shows it: the definition of the meeting has no room for it.
    this.setAttribute('exportparts', 'call, stage, pager, tile, name, bar, menu, notice, tab, sharing, panel, dialog, messages, message, mark, file, live-lines, composer, search, people, person, captions, lines, line');
  }

  /** Goes to the call, for whoever came with the keyboard. */
  override focus(options?: FocusOptions): void {
    this.call.focus(options);
  }

  protected override render() {
    const { view } = this;
    this.#open = { panel: openPanel(view) !== null, dialog: view.dialog.value !== null };
    return html`
      <div class="call" part="call" role="group" tabindex="-1" aria-label=${this.text('meeting.label')}>
        <visio-shortcuts .view=${view}></visio-shortcuts>
        <visio-notices .view=${view} exportparts="notice, tab, sharing"></visio-notices>
        <div class=${classMap({ main: true, 'with-panel': this.#open.panel })}>
          <div class="stage">
            <visio-stage .view=${view} exportparts="stage, pager, tile, name"></visio-stage>
            <visio-overlays .view=${view} .giveFocusBack=${this.#enter} exportparts="captions, live-lines"></visio-overlays>
          </div>
          ${this.hasPanel
            ? html`<visio-panel .view=${view} .giveFocusBack=${this.#giveFocusBack} exportparts="panel, messages, message, mark, file, live-lines, composer, search, people, person, lines, line"></visio-panel>`
            : nothing}
        </div>
        <visio-bar .view=${view} exportparts="bar, menu"></visio-bar>
        ${this.hasDialog ? html`<visio-dialog .view=${view} .giveFocusBack=${this.#enter} exportparts="dialog"></visio-dialog>` : nothing}
      </div>
    `;
  }

  async #fetch(place: 'panel' | 'dialog'): Promise<void> {
    if (this.#fetching.has(place)) return;
    this.#fetching.add(place);
    try {
      await Promise.all([place === 'panel' ? import('../panel/panel-ring.js') : import('../dialog/dialog-ring.js'), this.view.translator.peek().loadRest()]);
      if (place === 'panel') this.hasPanel = true;
      else this.hasDialog = true;
    } catch {
      // The button is there to try again.
      this.meeting.notices.show({ kind: 'alert', text: { key: 'error.ENGINE_LOAD_FAILED' }, icon: 'alert', urgency: 'high' });
      this.view[place].value = null;
    }
    this.#fetching.delete(place);
  }

  protected override firstUpdated(): void {
    // What may be wanted at any moment, the network's absence included, comes when the call is there.
    import('../later/later-ring.js').then(({ keysOf }) => (this.bar.keysOf = keysOf), () => undefined);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    this.bar.panelElement = this.panel;
    if (this.#open.panel && !this.hasPanel) void this.#fetch('panel');
    if (this.#open.dialog && !this.hasDialog) void this.#fetch('dialog');
  }

  /** To what is beside the stage, or else to someone on it. */
  readonly #enter = () => (openPanel(this.view) ? this.panel : this.stage)?.focus({ preventScroll: true });

  readonly #giveFocusBack = (name: string) => this.bar.focusControl(name);
}
