import { html } from 'lit';
import { query } from '../../base/decorators.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { selfViewStyles } from './self-view.styles.js';

/** Of an arrow key, as a part of the way across. */
const PACE = 0.1;

/**
 * Oneself in a small tile over the others. It is moved with the mouse, a finger or the arrow keys, and stays in its box,
 * whatever the size of that.
 *
 * @summary The floating self view.
 */
export class VisioSelfView extends VisioElement {
  static override styles = [baseStyles, selfViewStyles];

  @query('.float') private float!: HTMLElement;

  /** Where it is in the room that it can move in: 0 is the start, 1 the end. */
  #x = 1;
  #y = 1;
  #from: { readonly x: number; readonly y: number; readonly clientX: number; readonly clientY: number } | null = null;

  protected override render() {
    return html`
      <div
        class="float"
        role="group"
        tabindex="0"
        aria-label=${`${this.text('selfView.label')}. ${this.text('selfView.hint')}`}
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerEnd}
        @pointercancel=${this.#onPointerEnd}
        @keydown=${this.#onKey}
      >
        <visio-tile small wide tabbable .view=${this.view} .participantId=${this.meeting.roster.localId.value ?? ''}></visio-tile>
      </div>
    `;
  }

  #goTo(x: number, y: number): void {
    this.#x = Math.min(1, Math.max(0, x));
    this.#y = Math.min(1, Math.max(0, y));
    this.style.setProperty('--x', String(this.#x));
    this.style.setProperty('--y', String(this.#y));
  }

  /** How far it can go. */
  #room() {
    return { width: Math.max(1, this.clientWidth - this.float.offsetWidth), height: Math.max(1, this.clientHeight - this.float.offsetHeight) };
  }

  readonly #onPointerDown = (event: PointerEvent) => {
    const isButton = event.composedPath().some((each) => each instanceof HTMLElement && each.matches('button, [role=menu]'));
    if (event.button !== 0 || isButton) return;
    this.float.setPointerCapture(event.pointerId);
    this.#from = { x: this.#x, y: this.#y, clientX: event.clientX, clientY: event.clientY };
  };

  readonly #onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    if (!this.#from) return;
    const { width, height } = this.#room();
    this.#goTo(this.#from.x + (clientX - this.#from.clientX) / width, this.#from.y + (clientY - this.#from.clientY) / height);
  };

  readonly #onPointerEnd = () => void (this.#from = null);

  readonly #onKey = (event: KeyboardEvent) => {
    // Keys of what is inside are not ours.
    if (event.target !== this.float) return;
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!step) return;
    event.preventDefault();
    event.stopPropagation();
    this.#goTo(this.#x + step[0]! * PACE, this.#y + step[1]! * PACE);
  };
}
