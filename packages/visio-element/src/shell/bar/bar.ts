import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { DeviceKind } from 'visio-core';
import { computed, type Readable } from 'visio-core/reactive';
import type { PanelContribution } from '../../base/contribution.js';
import { VisioElement, type Control } from '../../base/visio-element.js';
import { panels } from '../../features/index.js';
import { baseStyles } from '../../theme/base.styles.js';
import { deviceChoices } from '../../ui/devices/choices.js';
import { icon, type IconName } from '../../ui/icon/icon.js';
import { barStyles } from './bar.styles.js';

type Input = 'microphone' | 'camera';
type Menu = Input | 'more';

const ICONS: Readonly<Record<DeviceKind, IconName>> = { microphone: 'mic', camera: 'camera', speaker: 'speaker' };

/**
 * What a person does in a call: microphone and camera, each with its devices, screen share, the side panels and leave.
 * In a narrow box screen share and panels are in a menu. It shows what the host wants, the browser can and the room
 * allows, and leave always. The name of a button says what it will do.
 *
 * @summary The controls of a call.
 *
 * @csspart bar - All of it.
 * @csspart controls - The row of buttons.
 * @csspart menu - The panel with the devices.
 *
 * @cssprop [--visio-bar-padding=12px 16px] - Space around the buttons; 8px in narrow boxes.
 */
export class VisioBar extends VisioElement {
  static override styles = [baseStyles, barStyles];

  /** The menu that is open, whose content exists. */
  @state() private menu: Menu | null = null;

  /** The side panel that is open, for whoever asks what a button controls. */
  @property({ attribute: false }) panelElement: HTMLElement | null = null;

  /** What the room allows; apart from the participant, who changes more often. */
  #allowed!: Readable<string>;
  #stopPlacing: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopPlacing?.abort();
    this.menu = null;
  }

  /** Goes to the button of a panel, or to the menu that it is in. */
  focusPanelButton(name: string): void {
    const all = [...this.renderRoot.querySelectorAll<HTMLElement>(`[data-panel="${name}"], .overflow`)];
    all.find((button) => button.checkVisibility())?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('view')) return;
    const { roster } = this.meeting;
    this.#allowed = computed(() => {
      const localId = roster.localId.value;
      return localId === null ? '' : (roster.get(localId).value?.canPublish.join() ?? '');
    });
  }

  protected override render() {
    const isWatching = this.view.watching.value;
    const allowed = isWatching ? '' : this.#allowed.value;
    const inputs = (['microphone', 'camera'] as const).filter((kind) => this.#wants(kind) && allowed.split(',').includes(kind));
    const { screenShare, roster } = this.meeting;
    const canShare = !isWatching && this.#wants('screen-share') && screenShare.available.value;
    const count = roster.count.value;
    const shown = panels.filter((panel) => this.#wants(panel.name as Control) && (panel.available?.(this.view).value ?? true));
    return html`
      <section aria-label=${this.text('control.label')} part="bar">
        <div class="people">${icon('people')}${this.text('stage.count', { count })}</div>
        <div class="controls" part="controls">
          ${inputs.map((kind) => this.#renderInput(kind))}
          <div class="wide">
            ${canShare ? this.#renderScreenShare() : nothing} ${shown.map((panel) => this.#renderPanelButton(panel))}
          </div>
          ${canShare || shown.length > 0 ? this.#renderOverflow(canShare, shown) : nothing}
          <button class="button control danger leave" aria-label=${this.text('control.leave')} title=${this.text('control.leave')} @click=${this.#leave}>
            ${icon('leave')}<span>${this.text('control.leaveShort')}</span>
          </button>
        </div>
      </section>
    `;
  }

  #renderInput(kind: Input): TemplateResult {
    const { enabled, wanted } = this.meeting[kind];
    // What a click turns round is the wish; `aria-busy` tells that the room has not followed yet.
    const isOn = wanted.value;
    const isBusy = enabled.value !== isOn;
    const name = this.text(`control.${kind}.${isOn ? 'off' : 'on'}`);
    const options = this.text(`device.options.${kind}`);
    return html`
      <div class="split">
        <button
          class=${classMap({ button: true, control: true, off: !isOn })}
          aria-label=${name}
          title=${name}
          aria-busy=${isBusy}
          @click=${() => void this.meeting[kind].toggle().catch(() => undefined)}
        >
          ${icon(isOn ? ICONS[kind] : `${kind === 'camera' ? 'camera' : 'mic'}-off`)}
        </button>
        ${this.#wants('devices')
          ? html`
              <button
                class="button control more"
                aria-label=${options}
                title=${options}
                aria-expanded=${this.menu === kind}
              >
                ${icon('chevron')}
              </button>
              <div id=${kind} class="menu" part="menu" .popover=${'auto'} role="group" aria-label=${options} @beforetoggle=${this.#onToggle} @toggle=${this.#onToggled}>
                ${this.menu === kind ? this.#renderMenu(kind) : nothing}
              </div>
            `
          : nothing}
      </div>
    `;
  }

  #renderPanelButton(panel: PanelContribution) {
    const isOpen = this.view.panel.value === panel.name;
    const name = this.#panelName(panel);
    return html`
      <button
        class=${classMap({ button: true, control: true, on: isOpen })}
        data-panel=${panel.name}
        aria-label=${name}
        title=${name}
        aria-expanded=${isOpen}
        @click=${this.#togglePanel}
      >
        ${icon(panel.icon)}${this.#renderBadge(this.#countOf(panel))}
      </button>
    `;
  }

  /** For narrow boxes: what has no room in the row. */
  #renderOverflow(canShare: boolean, shown: readonly PanelContribution[]) {
    const { enabled } = this.meeting.screenShare;
    const count = shown.reduce((sum, panel) => sum + this.#countOf(panel), 0);
    const news = shown.filter((panel) => this.#countOf(panel) > 0).map((panel) => this.#panelName(panel));
    const name = [this.text('control.more'), ...news].join(', ');
    return html`
      <div class="split narrow">
        <button class="button control overflow" aria-label=${name} title=${name} aria-expanded=${this.menu === 'more'}>
          ${icon('more')}${this.#renderBadge(count)}
        </button>
        <div id="more" class="menu" part="menu" .popover=${'auto'} role="group" aria-label=${this.text('control.more')} @beforetoggle=${this.#onToggle} @toggle=${this.#onToggled}>
          ${this.menu === 'more'
            ? html`
                ${shown.map(
                  (panel) => html`
                    <button class="button item" data-panel=${panel.name} aria-expanded=${this.view.panel.value === panel.name} @click=${this.#togglePanel}>
                      ${icon(panel.icon)}<span>${this.#panelName(panel)}</span>
                    </button>
                  `,
                )}
                ${canShare
                  ? html`
                      <button class="button item" @click=${this.#shareFromMenu}>
                        ${icon(enabled.value ? 'screen-stop' : 'screen')}
                        <span>${this.text(enabled.value ? 'control.screen.off' : 'control.screen.on')}</span>
                      </button>
                    `
                  : nothing}
              `
            : nothing}
        </div>
      </div>
    `;
  }

  #countOf(panel: PanelContribution): number {
    return panel.badge?.count(this.view).value ?? 0;
  }

  /** With what there is to see, in words: the badge is for the eye. */
  #panelName(panel: PanelContribution): string {
    const count = this.#countOf(panel);
    const label = this.text(panel.label);
    return count > 0 && panel.badge ? `${label}, ${this.text(panel.badge.label, { count })}` : label;
  }

  #renderBadge(count: number) {
    return count > 0 ? html`<span class="badge" aria-hidden="true">${count > 99 ? '99+' : count}</span>` : nothing;
  }

  #renderMenu(kind: Input) {
    const hasSpeakers = kind === 'microphone' && deviceChoices(this.meeting, 'speaker').length > 0;
    return html`${this.#renderDevices(kind)}${hasSpeakers ? this.#renderDevices('speaker') : nothing}`;
  }

  #renderDevices(kind: DeviceKind) {
    const chosen = this.meeting.devices.chosen(kind).value;
    const devices = [{ id: '', label: this.text('device.default') }, ...deviceChoices(this.meeting, kind)];
    const known = devices.some(({ id }) => id === chosen);
    return html`
      <fieldset>
        <legend>${icon(ICONS[kind])}${this.text(`device.${kind}`)}</legend>
        ${devices.map(
          ({ id, label }) => html`
            <label>
              <input
                type="radio"
                name=${kind}
                .value=${id}
                .checked=${known ? id === chosen : id === ''}
                @change=${() => void this.#choose(kind, id)}
              />
              ${label || this.text(`device.${kind}`)}
            </label>
          `,
        )}
      </fieldset>
    `;
  }

  #renderScreenShare() {
    const { enabled, setEnabled } = this.meeting.screenShare;
    const isOn = enabled.value;
    const isBusy = setEnabled.pending.value;
    const name = this.text(isOn ? 'control.screen.off' : 'control.screen.on');
    return html`
      <button
        class=${classMap({ button: true, control: true, on: isOn })}
        aria-label=${name}
        title=${name}
        aria-busy=${isBusy}
        @click=${() => void this.meeting.screenShare.toggle().catch(() => undefined)}
      >
        ${icon(isOn ? 'screen-stop' : 'screen')}
      </button>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const button of this.renderRoot.querySelectorAll<HTMLButtonElement>('.more, .overflow')) {
      button.popoverTargetElement = button.nextElementSibling;
    }
    // An id would not reach out of this shadow root.
    for (const button of this.renderRoot.querySelectorAll<HTMLButtonElement>('[data-panel]')) {
      button.ariaControlsElements = button.dataset['panel'] === this.view.panel.peek() && this.panelElement ? [this.panelElement] : null;
    }
  }

  #wants(control: Control): boolean {
    return this.view.controls.value?.has(control) ?? true;
  }

  readonly #togglePanel = ({ currentTarget }: Event) => {
    const button = currentTarget as HTMLElement;
    const { panel } = this.view;
    const name = button.dataset['panel']!;
    // Not every browser focuses a button that is clicked, and the panel takes the focus over from here.
    button.focus();
    this.#closeMenu();
    panel.value = panel.peek() === name ? null : name;
  };

  readonly #shareFromMenu = () => {
    this.#closeMenu();
    void this.meeting.screenShare.toggle().catch(() => undefined);
  };

  #closeMenu(): void {
    this.renderRoot.querySelector<HTMLElement>('.menu:popover-open')?.hidePopover();
  }

  readonly #leave = () => void this.meeting.leave().catch(() => undefined);

  async #choose(kind: DeviceKind, id: string): Promise<void> {
    const { choose, chosen } = this.meeting.devices;
    await choose(kind, id).catch(() => undefined);
    // Prevented or failed: what is in use is chosen again.
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>(`input[name=${kind}]`)) {
      radio.checked = radio.value === chosen(kind).peek();
    }
  }

  readonly #onToggle = (event: ToggleEvent) => {
    const panel = event.currentTarget as HTMLElement;
    this.#stopPlacing?.abort();
    if (event.newState !== 'open') {
      // Browsers do not all give the focus back across a shadow root.
      if (panel.contains(this.shadowRoot!.activeElement)) (panel.previousElementSibling as HTMLElement).focus();
      return;
    }
    this.menu = panel.id as Menu;
    this.#place(panel);
    this.#stopPlacing = new AbortController();
    const options = { signal: this.#stopPlacing.signal, capture: true, passive: true };
    for (const type of ['resize', 'scroll']) window.addEventListener(type, () => this.#place(panel), options);
  };

  readonly #onToggled = (event: ToggleEvent) => {
    const panel = event.currentTarget as HTMLElement;
    if (event.newState === 'open') {
      panel.querySelector<HTMLElement>('input:checked, .item')?.focus();
    } else if (this.menu === panel.id) {
      this.menu = null;
    }
  };

  /** Above its button, in the page's top layer, within the window. */
  #place(panel: HTMLElement): void {
    const button = panel.previousElementSibling!.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    const width = Math.min(320, innerWidth - 16);
    const left = Math.max(8, Math.min(button.left + button.width / 2 - width / 2, innerWidth - width - 8));
    const above = button.top - 16;
    const below = innerHeight - button.bottom - 16;
    const goesUp = above >= Math.min(280, below);
    const { style } = panel;
    style.setProperty('left', `${left}px`);
    style.setProperty('top', goesUp ? 'auto' : `${button.bottom + 8}px`);
    style.setProperty('bottom', goesUp ? `${innerHeight - button.top + 8}px` : 'auto');
    style.setProperty('max-block-size', `${Math.max(120, goesUp ? above : below)}px`);
  }
}
