import { html, nothing, type PropertyValues } from 'lit';
import { classMap } from '../../base/class-map.js';
import type { AccessLevel, Command, RoomSettings, TrackSource } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import { tellFailure } from '../../base/tell-failure.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { formStyles } from '../../ui/form/form.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { moderationStyles } from './moderation.styles.js';
import { muteEveryone } from './mute-everyone.js';

export const CHOSEN = 'M5 12.5L9.5 17L19 7.5';

const LEVELS: readonly AccessLevel[] = ['public', 'trusted', 'restricted'];

/** What participants may be kept from; with a screen goes its sound. */
const SOURCES = {
  microphone: ['microphone'],
  camera: ['camera'],
  screen_share: ['screen_share', 'screen_share_audio'],
} as const satisfies Partial<Record<TrackSource, readonly TrackSource[]>>;

const ALL: readonly TrackSource[] = Object.values(SOURCES).flat();

/**
 * What a moderator may do for everyone, and the settings of the room. Each shows what the room says; what was asked for
 * shows once it is so.
 *
 * @summary The moderation of a meeting.
 */
export class VisioModeration extends VisioElement {
  static override styles = [baseStyles, formStyles, moderationStyles];

  #isOffered = false;

  protected override render() {
    const { moderation, hands, roomState } = this.meeting;
    const { enabled, pending, error } = moderation.setRoom;
    this.#isOffered = enabled.value;
    const { accessLevel, canPublish, everyoneCanMute } = roomState.value;
    const isAsking = pending.value;
    const failure = isAsking ? null : error.value;
    return html`
      <div class="form" aria-busy=${isAsking}>
        <div class="all" role="group" aria-label=${this.text('moderation.everyone')}>
          ${this.#renderForAll('people.muteAll', moderation.muteAll, () => muteEveryone(this.meeting))}
          ${this.#renderForAll('people.lowerAll', hands.lowerAll, () => hands.lowerAll().catch(tellFailure(this.meeting)))}
        </div>
        <fieldset>
          <legend>${this.text('moderation.access')}</legend>
          ${LEVELS.map((level) => this.#renderLevel(level, level === accessLevel))}
        </fieldset>
        <fieldset>
          <legend>${this.text('moderation.may')}</legend>
          ${(['microphone', 'camera', 'screen_share'] as const).map((source) => {
            const may = canPublish?.includes(source) ?? true;
            return this.#renderSwitch(`moderation.may.${source}`, may, { canPublish: change(canPublish ?? ALL, SOURCES[source], !may) });
          })}
          ${this.#renderSwitch('moderation.may.mute', everyoneCanMute, { everyoneCanMute: !everyoneCanMute })}
          <p class="hint">${this.text('moderation.may.hint')}</p>
        </fieldset>
        <p class=${classMap({ state: true, problem: failure !== null })} role="status">
          ${isAsking ? html`<span class="spinner"></span>${this.text('moderation.asking')}` : failure && failure.code !== 'VETOED' ? this.errorText(failure) : nothing}
        </p>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    // Whoever moderates no longer has nothing to do here.
    if (this.isConnected && !this.#isOffered && this.view.dialog.peek() === 'moderation') this.view.dialog.value = null;
  }

  #renderForAll(key: TextKey, { enabled, pending }: Pick<Command, 'enabled' | 'pending'>, run: () => Promise<unknown>) {
    if (!enabled.value) return nothing;
    const isBusy = pending.value;
    return html`<button class="button" aria-disabled=${isBusy} @click=${() => void (isBusy || run())}>${isBusy ? html`<span class="spinner"></span>` : nothing}<span>${this.text(key)}</span></button>`;
  }

  /** A button and no radio: arrow keys, which pass over what lies between, would ask for that, too. */
  #renderLevel(level: AccessLevel, isChosen: boolean) {
    const isOff = this.meeting.moderation.setRoom.pending.value;
    return html`
      <button class="row level" aria-pressed=${isChosen} aria-disabled=${isOff} @click=${() => void (isChosen || this.#set({ accessLevel: level }))}>
        <span>${this.text(`moderation.access.${level}`)}<span class="hint">${this.text(`moderation.access.${level}.hint`)}</span></span>
        ${isChosen ? drawIcon(CHOSEN) : nothing}
      </button>
    `;
  }

  #renderSwitch(key: TextKey, isOn: boolean, settings: RoomSettings) {
    const onChange = ({ target }: Event) => {
      // It turns when the room says so.
      (target as HTMLInputElement).checked = isOn;
      void this.#set(settings);
    };
    return html`
      <label class="row">
        <span>${this.text(key)}</span>
        <input type="checkbox" class="switch" aria-disabled=${this.meeting.moderation.setRoom.pending.value} .checked=${isOn} @change=${onChange} />
      </label>
    `;
  }

  async #set(settings: RoomSettings): Promise<void> {
    const { setRoom } = this.meeting.moderation;
    // What went wrong stands below.
    if (!setRoom.pending.peek()) await setRoom(settings).catch(() => undefined);
  }
}

/** The same list in our order, with these or without. */
function change(sources: readonly TrackSource[], some: readonly TrackSource[], are: boolean): readonly TrackSource[] {
  return ALL.filter((source) => (some.includes(source) ? are : sources.includes(source)));
}
