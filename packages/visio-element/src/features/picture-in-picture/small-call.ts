import { html, nothing, type CSSResultGroup, type PropertyValues } from 'lit';
import { property } from '../../base/decorators.js';
import { computed, type Readable } from 'visio-core/reactive';
import { repeat } from '../../base/repeat.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { inputButton } from '../../ui/devices/input-button.js';
import { icon } from '../../ui/icon/icon.js';
import { castOf, type Cast, type Part } from './cast.js';
import { backIcon } from './icons.js';
import { inAnyWindow } from './other-window.js';
import { smallCallStyles } from './small-call.styles.js';

/** How many are seen beside the large one. */
const OTHERS = 3;

class Styled extends VisioElement {
  static override styles: CSSResultGroup = [baseStyles, smallCallStyles];
}

/**
 * A call in a small window: a shared screen or who speaks, a few of the others, and what a person needs at hand.
 *
 * @summary The call in the small window.
 */
export class VisioSmallCall extends inAnyWindow(Styled) {
  /** What the way back does. */
  @property({ attribute: false }) goBack: () => void = () => undefined;

  #cast!: Readable<Cast>;
  /** What the room allows; apart from the participant, who changes more often. */
  #allowed!: Readable<string>;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('view')) return;
    const { roster } = this.meeting;
    this.#cast = castOf(this.meeting, this.view.watching, OTHERS);
    this.#allowed = computed(() => {
      const localId = roster.localId.value;
      return localId === null ? '' : (roster.get(localId).value?.canPublish.join() ?? '');
    });
  }

  protected override render() {
    const { main, others } = this.#cast.value;
    const parts: Part[] = [...(main ? [main] : []), ...others.map((id): Part => ({ id, source: 'camera' }))];
    const allowed = this.view.watching.value ? [] : this.#allowed.value.split(',');
    const inputs = (['microphone', 'camera'] as const).filter((kind) => allowed.includes(kind) && (this.view.controls.value?.includes(kind) ?? true));
    const [back, leave] = [this.text('smallWindow.back'), this.text('control.leave')];
    return html`
      <main aria-label=${this.text('meeting.label')}>
        <visio-small-recording .view=${this.view}></visio-small-recording>
        <div class="people ${others.length === 0 ? 'alone' : `beside-${others.length}`}" role="list" aria-label=${this.text('stage.label')}>
          ${repeat(
            parts,
            ({ id, source }) => `${source} ${id}`,
            (part) => html`<visio-small-tile
              class=${part === main ? 'large' : ''}
              role="listitem"
              .view=${this.view}
              .participantId=${part.id}
              .source=${part.source}
            ></visio-small-tile>`,
          )}
        </div>
        <section aria-label=${this.text('control.label')}>
          ${inputs.map((kind) => inputButton(this.view, kind))}
          <button class="button control" aria-label=${back} title=${back} @click=${() => this.goBack()}>${backIcon()}</button>
          <button class="button control danger" aria-label=${leave} title=${leave} @click=${() => void this.meeting.leave().catch(() => undefined)}>
            ${icon('leave')}
          </button>
        </section>
        ${this.meeting.connection.state.value === 'reconnecting'
          ? html`<p class="trouble" role="status"><span class="spinner"></span>${this.text('notice.reconnecting')}</p>`
          : nothing}
      </main>
    `;
  }
}
