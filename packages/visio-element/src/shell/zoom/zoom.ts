import { html, nothing } from 'lit';
import { query, state } from '../../base/decorators.js';
import { VisioElement } from '../../base/visio-element.js';
import { percent } from '../../base/measures.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { contain, MAX_SCALE, moveBy, WHOLE, zoomTo, type Lens, type Size } from './lens.js';
import { zoomStyles } from './zoom.styles.js';

export const PLUS = 'M12 6.5V17.5M6.5 12H17.5';
export const MINUS = 'M6.5 12H17.5';
/** Of a key or a button. */
const STEP = 1.5;
/** Of an arrow key, in CSS pixels. */
const PACE = 60;

/**
 * Magnifies the video that stands beside it: by its buttons, the wheel with Ctrl (which is what pinching on a touchpad
 * is), two fingers, a double click, and the keys +, − and 0. What is magnified is moved by dragging or arrow keys. The
 * video itself grows, and so a sharper one is received.
 *
 * @summary Zoom and pan of a shared screen.
 */
export class VisioZoom extends VisioElement {
  static override styles = [baseStyles, zoomStyles];

  @state() private lens: Lens = WHOLE;

  @query('.surface') private surface!: HTMLElement;

  readonly #observer = new ResizeObserver(() => this.#move(0, 0));
  /** Where fingers, or the mouse, are. */
  readonly #pointers = new Map<number, { readonly x: number; readonly y: number }>();

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#pointers.clear();
  }

  protected override render() {
    const isZoomed = this.lens.scale > 1;
    return html`
      <div
        class=${isZoomed ? 'surface zoomed' : 'surface'}
        role="group"
        tabindex="0"
        aria-label=${`${this.text('zoom.label')}. ${this.text('zoom.hint')}`}
        @wheel=${this.#onWheel}
        @dblclick=${this.#onDoubleClick}
        @pointerdown=${this.#onPointerDown}
        @pointermove=${this.#onPointerMove}
        @pointerup=${this.#onPointerEnd}
        @pointercancel=${this.#onPointerEnd}
        @keydown=${this.#onKey}
      ></div>
      <div class=${isZoomed ? 'buttons zoomed' : 'buttons'} role="group" aria-label=${this.text('zoom.buttons')}>
        <button class="button" aria-label=${this.text('zoom.out')} title=${this.text('zoom.out')} aria-disabled=${!isZoomed} @click=${() => this.#zoom(1 / STEP)}>
          ${drawIcon(MINUS)}
        </button>
        ${isZoomed
          ? html`<button class="button percent" title=${this.text('zoom.reset')} @click=${() => this.#set(WHOLE)}>
              <span aria-live="polite">${percent(this.view.translator.value.language, this.lens.scale)}</span><span class="unseen">, ${this.text('zoom.reset')}</span>
            </button>`
          : nothing}
        <button class="button" aria-label=${this.text('zoom.in')} title=${this.text('zoom.in')} aria-disabled=${this.lens.scale >= MAX_SCALE} @click=${() => this.#zoom(STEP)}>
          ${drawIcon(PLUS)}
        </button>
      </div>
    `;
  }

  get #video(): HTMLVideoElement | null {
    return this.parentElement?.querySelector('video') ?? null;
  }

  get #box(): Size {
    return { width: this.clientWidth, height: this.clientHeight };
  }

  get #content(): Size {
    const video = this.#video;
    return contain({ width: video?.videoWidth ?? 0, height: video?.videoHeight ?? 0 }, this.#box);
  }

  #zoom(factor: number, point = { x: 0, y: 0 }): void {
    this.#set(zoomTo(this.lens, this.lens.scale * factor, point, this.#content, this.#box));
  }

  #move(x: number, y: number): void {
    if (this.lens.scale > 1) this.#set(moveBy(this.lens, x, y, this.#content, this.#box));
  }

  /** Lays the video out anew: its size tells whoever sends it how sharp it has to be. */
  #set(lens: Lens): void {
    // The button that goes leaves its place to its neighbour.
    if (lens.scale === 1 && this.shadowRoot!.activeElement?.matches('.percent')) this.surface.focus({ preventScroll: true });
    this.lens = lens;
    const video = this.#video;
    if (!video) return;
    const { width, height } = this.#box;
    const { scale, x, y } = lens;
    const { style } = video;
    if (scale === 1) {
      for (const name of ['inline-size', 'block-size', 'left', 'top']) style.removeProperty(name);
      return;
    }
    style.setProperty('inline-size', `${width * scale}px`);
    style.setProperty('block-size', `${height * scale}px`);
    style.setProperty('left', `${(width * (1 - scale)) / 2 + x}px`);
    style.setProperty('top', `${(height * (1 - scale)) / 2 + y}px`);
  }

  /** From the middle of the box. */
  #point({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) {
    const { left, top, width, height } = this.surface.getBoundingClientRect();
    return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
  }

  readonly #onWheel = (event: WheelEvent) => {
    if (!event.ctrlKey && this.lens.scale === 1) return;
    event.preventDefault();
    if (event.ctrlKey) this.#zoom(Math.exp(-Math.max(-80, Math.min(80, event.deltaY)) / 200), this.#point(event));
    else this.#move(-event.deltaX, -event.deltaY);
  };

  readonly #onDoubleClick = (event: MouseEvent) => {
    if (this.lens.scale > 1) this.#set(WHOLE);
    else this.#zoom(2, this.#point(event));
  };

  readonly #onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    this.#pointers.set(event.pointerId, this.#point(event));
    if (this.lens.scale > 1 || this.#pointers.size > 1) this.surface.setPointerCapture(event.pointerId);
  };

  readonly #onPointerMove = (event: PointerEvent) => {
    const before = this.#pointers.get(event.pointerId);
    if (!before || this.#pointers.size > 2) return;
    const now = this.#point(event);
    this.#pointers.set(event.pointerId, now);
    const other = [...this.#pointers].find(([id]) => id !== event.pointerId)?.[1];
    if (!other) return this.#move(now.x - before.x, now.y - before.y);
    const apart = (point: { x: number; y: number }) => Math.max(1, Math.hypot(point.x - other.x, point.y - other.y));
    this.#zoom(apart(now) / apart(before), { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 });
  };

  readonly #onPointerEnd = ({ pointerId }: PointerEvent) => void this.#pointers.delete(pointerId);

  readonly #onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isZoomed = this.lens.scale > 1;
    const act = {
      '+': () => this.#zoom(STEP),
      '=': () => this.#zoom(STEP),
      '-': () => this.#zoom(1 / STEP),
      '0': () => this.#set(WHOLE),
      ArrowLeft: isZoomed && (() => this.#move(PACE, 0)),
      ArrowRight: isZoomed && (() => this.#move(-PACE, 0)),
      ArrowUp: isZoomed && (() => this.#move(0, PACE)),
      ArrowDown: isZoomed && (() => this.#move(0, -PACE)),
    }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}
