/**
 * What can be computed of how things look, in a page that shows them: beside axe, and for element tests as for Playwright's,
 * which are given this file as a script. Each returns what is wrong, in words.
 */

const CONTROLS = 'button, a[href], input:not([type=hidden]), select, textarea, summary, [role=menuitem], [role=menuitemradio], [role=tab], [tabindex="0"]';

/** All elements in `root`, shadow roots included, its own as well. */
function* everything(root: Document | ShadowRoot | Element): Generator<HTMLElement> {
  if ('shadowRoot' in root && root.shadowRoot) yield* everything(root.shadowRoot);
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    yield element;
    if (element.shadowRoot) yield* everything(element.shadowRoot);
  }
}

/** What `element` is drawn in. */
function parentOf(element: Element): HTMLElement | null {
  return (element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null) as HTMLElement | null;
}

function* around(element: Element): Generator<HTMLElement> {
  for (let each = parentOf(element); each; each = parentOf(each)) yield each;
}

/** Whether someone who sees may see it: not what is there for the ear alone. */
function isShown(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return false;
  return ![element, ...around(element)].some((each) => getComputedStyle(each).clipPath === 'inset(50%)' || getComputedStyle(each).opacity === '0');
}

/** The boxes of the words that are right in `element`; emojis have colours of their own. */
function wordsOf(element: Element): DOMRect[] {
  return [...element.childNodes].flatMap((node) => {
    if (node.nodeType !== Node.TEXT_NODE) return [];
    return [...node.textContent!.matchAll(/[\p{L}\p{N}][^\p{Extended_Pictographic}\s]*/gu)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      return [...range.getClientRects()];
    });
  });
}

function describe(element: Element): string {
  const host = (element.getRootNode() as ShadowRoot).host?.localName ?? '';
  const name = element.getAttribute('aria-label') ?? element.textContent?.replace(/\s+/g, ' ').trim().slice(0, 60) ?? '';
  return `${host} ${element.localName}.${element.getAttribute('class') ?? ''} "${name}"`;
}

/** Whether words are shortened for all to see, and there in whole where one points at them. */
function isShortened(element: HTMLElement): boolean {
  const words = element.textContent!.trim();
  return getComputedStyle(element).textOverflow === 'ellipsis' && [element, ...around(element)].some(({ title, ariaLabel }) => `${title} ${ariaLabel ?? ''}`.includes(words));
}

interface Holder {
  readonly element: HTMLElement;
  readonly style: CSSStyleDeclaration;
  readonly box: DOMRect;
}

/** What `element` is in, up to `root`, or up to the window where it lies over everything. */
function* holders(element: HTMLElement, root: Element): Generator<Holder> {
  let isPlaced = false;
  for (let each: HTMLElement | null = element; each && each !== root; each = parentOf(each)) {
    const style = getComputedStyle(each);
    // What is placed by something further out is not held by what lies between.
    if (!(isPlaced && style.position === 'static') && !/inline$|contents/.test(style.display)) {
      isPlaced = style.position === 'absolute';
      yield { element: each, style, box: each.getBoundingClientRect() };
    }
    if (style.position === 'fixed' || each.matches(':modal, :popover-open')) return;
  }
}

function isOver(element: HTMLElement): boolean {
  return [element, ...around(element)].some((each) => each.matches(':modal, :popover-open') || getComputedStyle(each).position === 'fixed');
}

const HIDES = /hidden|clip/;
const SCROLLS = /auto|scroll/;

/**
 * Words and controls that are not seen in whole: beside `root`, which is as wide as the page may be, or cut off by a box
 * that hides what does not fit in it. What can be scrolled to is there; only tables are scrolled sideways (WCAG 1.4.10).
 */
export function cutOff(root: HTMLElement): string[] {
  const found = new Set<string>();
  for (const element of everything(root)) {
    if (!isShown(element)) continue;
    if (isScrolledSideways(element)) found.add(`${describe(element)} is scrolled sideways: ${element.scrollWidth} of ${element.clientWidth}`);
    for (const box of [...(element.matches(CONTROLS) ? [element.getBoundingClientRect()] : []), ...wordsOf(element)]) {
      const problem = cut(element, box, root);
      if (problem) found.add(`${describe(element)} ${problem}`);
    }
  }
  return [...found];
}

function isScrolledSideways(element: HTMLElement): boolean {
  return SCROLLS.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1 && !element.querySelector('table');
}

function cut(element: HTMLElement, { left, top, right, bottom, height }: DOMRect, root: Element): string {
  let isScrolledDown = false;
  for (const { element: holder, style, box } of holders(element, root)) {
    const by = `by ${describe(holder)}`;
    if (HIDES.test(style.overflowX) && (left < box.left - 1 || right > box.right + 1) && !isShortened(holder)) {
      return `is cut off, ${Math.round(left)} to ${Math.round(right)}, ${by}, ${Math.round(box.left)} to ${Math.round(box.right)}`;
    }
    if (style.overflowX !== 'visible') [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    // Of some text only the beginning is shown, and of what goes by only the end; both by whole lines.
    if (style.webkitLineClamp !== 'none' && top > box.bottom - 2) return '';
    if (style.justifyContent.endsWith('end') && HIDES.test(style.overflowY) && bottom < box.top + 2) return '';
    // A line may be taller than its letters.
    const slack = Math.max(2, height * 0.2);
    if (SCROLLS.test(style.overflowY)) isScrolledDown = true;
    if (!isScrolledDown && HIDES.test(style.overflowY) && (top < box.top - slack || bottom > box.bottom + slack)) {
      return `is cut off, ${Math.round(top)} down to ${Math.round(bottom)}, ${by}, ${Math.round(box.top)} down to ${Math.round(box.bottom)}`;
    }
  }
  const page = isOver(element) ? new DOMRect(0, 0, innerWidth, innerHeight) : root.getBoundingClientRect();
  if (left < page.left - 1 || right > page.right + 1) return `is beside the page: ${Math.round(left)} to ${Math.round(right)} of ${Math.round(page.left)} to ${Math.round(page.right)}`;
  return '';
}

/** Of words that may be shortened the last have a box all the same: only the first are surely drawn. */
function drawnWordsOf(element: HTMLElement, root: HTMLElement): DOMRect[] {
  const words = wordsOf(element);
  const isShort = words.length > 1 && [...holders(element, root)].some(({ style }) => style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none');
  return isShort ? words.slice(0, 1) : words;
}

/** What of a box can be seen: not beside the window, and not beside what hides or scrolls what is in it. */
function seen(element: HTMLElement, { left, top, right, bottom }: DOMRect, root: HTMLElement): DOMRect {
  const edges = [...holders(element, root)].filter(({ element: holder, style }) => holder !== element && style.overflow !== 'visible').map(({ box }) => box);
  for (const box of [...edges, new DOMRect(0, 0, innerWidth, innerHeight), ...(isOver(element) ? [] : [root.getBoundingClientRect()])]) {
    [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
  }
  return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
}

/** WCAG 1.4.12: what a reader may ask of any text. Returns how to take it back. */
export function spaceText(): () => void {
  return adopt('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }');
}

/** Lays some style over everything, in all shadow roots. Returns how to take it back. */
function adopt(style: string): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  const roots = [document, ...[...everything(document)].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  for (const each of roots) each.adoptedStyleSheets = [...each.adoptedStyleSheets, sheet];
  return () => {
    for (const each of roots) each.adoptedStyleSheets = each.adoptedStyleSheets.filter((one) => one !== sheet);
  };
}

/** Controls on which one does not see that they have the focus: neither they nor their label get an outline. */
export function withoutOutline(root: HTMLElement): string[] {
  const found: string[] = [];
  for (const element of [...everything(root)]) {
    if (!element.matches(CONTROLS) || element.tabIndex < 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus({ preventScroll: true });
    if (!element.matches(':focus')) continue;
    const labels = (element as HTMLInputElement).labels;
    const isOutlined = [element, ...(labels ?? [])].some((each) => {
      const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(each);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !isClear(outlineColor) && outlineColor !== backgroundColor;
    });
    if (!isOutlined) found.push(describe(element));
  }
  (document.activeElement as HTMLElement | null)?.blur();
  return found;
}

/** The least contrast of what has to be seen (WCAG 1.4.11). */
const LEAST = 3;

/** Controls, icons and words that do not stand out from what they are drawn on, in a picture of the window. */
export async function vanished(root: HTMLElement, picture: string): Promise<string[]> {
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
  const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true })!;
  context.drawImage(bitmap, 0, 0);
  const scale = bitmap.width / innerWidth;
  const found = new Set<string>();
  for (const element of everything(root)) {
    const boxes = element.matches(`${CONTROLS}, svg`) ? [element.getBoundingClientRect()] : drawnWordsOf(element, root);
    if (boxes.length === 0 || !isShown(element)) continue;
    for (const box of boxes) {
      // Boxes that are only drawn by their label have none of their own to look at.
      const drawn = box.width < 8 ? ((element as HTMLInputElement).labels?.[0]?.getBoundingClientRect() ?? box) : box;
      const { x, y, width, height } = seen(element, drawn, root);
      if (width < 6 || height < 8) continue;
      const { data } = context.getImageData(Math.floor(x * scale), Math.floor(y * scale), Math.ceil(width * scale), Math.ceil(height * scale));
      const contrast = contrastIn(data);
      if (contrast < LEAST && !isCovered(element, x + width / 2, y + height / 2)) found.add(`${describe(element)} vanishes: a contrast of ${contrast.toFixed(2)} at ${Math.round(x)}, ${Math.round(y)}`);
    }
  }
  return [...found];
}

function isClear(color: string): boolean {
  return /^rgba\(.*, 0\)$|\/ 0\)$/.test(color);
}

/** All that lies at a place, the uppermost first, shadow roots included. */
function* lyingAt(root: Document | ShadowRoot, x: number, y: number): Generator<Element> {
  for (const element of root.elementsFromPoint(x, y)) {
    if (element.getRootNode() !== root) continue;
    if (element.shadowRoot) yield* lyingAt(element.shadowRoot, x, y);
    yield element;
  }
}

/** Whether something else is drawn over this place. What takes no pointer is over it all the same. */
function isCovered(element: Element, x: number, y: number): boolean {
  const takeBack = adopt('* { pointer-events: auto !important; }');
  const own = new Set<Element>([element, ...around(element)]);
  const over = [...lyingAt(document, x, y)];
  takeBack();
  const at = over.findIndex((each) => own.has(each) || [...around(each)].includes(element as HTMLElement));
  return over.slice(0, at < 0 ? over.length : at).some((each) => each.matches('video, img, canvas') || !isClear(getComputedStyle(each).backgroundColor));
}

/** Between the lightest and the darkest of some pixels. */
function contrastIn(data: Uint8ClampedArray): number {
  let [least, most] = [1, 0];
  for (let i = 0; i < data.length; i += 4) {
    const luminance = 0.2126 * LINEAR[data[i]!]! + 0.7152 * LINEAR[data[i + 1]!]! + 0.0722 * LINEAR[data[i + 2]!]!;
    least = Math.min(least, luminance);
    most = Math.max(most, luminance);
  }
  return (most + 0.05) / (least + 0.05);
}

const LINEAR = Array.from({ length: 256 }, (_, value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
