/** The space between the panel and the window's edges, in CSS pixels. */
const MARGIN = 16;

/** How far an arrow key goes, and with Shift. */
const STEP = 24;
const LEAP = 96;

const ARROWS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Where a panel lies: so far from the right and from the bottom, always inside the window. */
export class Place {
  readonly #panel: HTMLElement;
  #right = MARGIN;
  #bottom = MARGIN;

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  moveTo(right: number, bottom: number): void {
    const { offsetWidth, offsetHeight } = this.#panel;
    this.#right = clamp(right, document.documentElement.clientWidth - offsetWidth);
    this.#bottom = clamp(bottom, innerHeight - offsetHeight);
    this.#lay(this.#right, this.#bottom);
  }

  /** After the window or the panel changed its size. Where the panel was put is kept for when there is room again. */
  keepInside(): void {
    const { offsetWidth, offsetHeight } = this.#panel;
    this.#lay(clamp(this.#right, document.documentElement.clientWidth - offsetWidth), clamp(this.#bottom, innerHeight - offsetHeight));
  }

  #lay(right: number, bottom: number): void {
    const { style } = this.#panel;
    style.setProperty('--right', `${right}px`);
    style.setProperty('--bottom', `${bottom}px`);
  }

  /** For `pointerdown` on what it is held by; buttons stay buttons. */
  readonly drag = (event: PointerEvent) => {
    const handle = event.currentTarget as HTMLElement;
    const button = (event.target as Element).closest('button');
    if (event.button !== 0 || (button && !button.matches('.grip'))) return;
    const from = { right: this.#right + event.clientX, bottom: this.#bottom + event.clientY };
    handle.setPointerCapture(event.pointerId);
    const end = new AbortController();
    handle.addEventListener('pointermove', ({ clientX, clientY }) => this.moveTo(from.right - clientX, from.bottom - clientY), { signal: end.signal });
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const) {
      handle.addEventListener(type, () => end.abort(), { signal: end.signal });
    }
  };

  readonly moveByKey = (event: KeyboardEvent) => {
    const direction = ARROWS[event.key];
    if (!direction || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? LEAP : STEP;
    this.moveTo(this.#right - direction[0] * step, this.#bottom - direction[1] * step);
  };
}

/** Whether one writes or chooses in it. */
export function isField(element: Element): boolean {
  if (element instanceof HTMLInputElement) return !['button', 'submit', 'reset', 'image', 'checkbox', 'radio', 'file', 'color', 'range'].includes(element.type);
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement || (element instanceof HTMLElement && element.isContentEditable);
}

/** Moves the panel to where it does not cover `field`, if it does. Returns whether it does not, in the end. */
export function avoid(panel: HTMLElement, field: Element, place: Place): boolean {
  const { clientWidth } = document.documentElement;
  const covers = () => {
    const [one, other] = [panel.getBoundingClientRect(), field.getBoundingClientRect()];
    return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  };
  if (!covers()) return true;
  const far = [clientWidth - panel.offsetWidth - MARGIN, innerHeight - panel.offsetHeight - MARGIN] as const;
  for (const [right, bottom] of [[MARGIN, far[1]], [far[0], MARGIN], [far[0], far[1]], [MARGIN, MARGIN]] as const) {
    place.moveTo(right, bottom);
    if (!covers()) return true;
  }
  return false;
}

function clamp(value: number, largest: number): number {
  return Math.max(0, Math.min(value, Math.max(0, largest)));
}
