/** Backgrounds that are drawn here, so that none is fetched from anywhere: calm, without a thing in them that tells a story. */

type Canvas = OffscreenCanvasRenderingContext2D;

interface Drawing {
  /** Of the sky or wall, from top to bottom. */
  readonly ground: readonly string[];
  paint(c: Canvas, width: number, height: number): void;
}

/** By the name that `setEffect` takes, in the order in which they are offered. */
const DRAWINGS = {
  study: { ground: ['#e9e3d8', '#d8cfbf'], paint: paintStudy },
  window: { ground: ['#dfe6e6', '#c6cfcf'], paint: paintWindow },
  hills: { ground: ['#f3d9c0', '#f0e6d8', '#cfdde0'], paint: paintHills },
  sea: { ground: ['#cfe2ee', '#eef3f3'], paint: paintSea },
  slate: { ground: ['#46525f', '#262e37'], paint: paintSlate },
  linen: { ground: ['#f2efe9', '#dcd6cb'], paint: paintLinen },
} as const satisfies Readonly<Record<string, Drawing>>;

/** A background that comes with the SDK. */
export type BackgroundName = keyof typeof DRAWINGS;

/** All backgrounds that come with the SDK, in the order in which they are offered. */
export const backgroundNames = Object.keys(DRAWINGS) as readonly BackgroundName[];

export function isBackgroundName(name: string): name is BackgroundName {
  return Object.hasOwn(DRAWINGS, name);
}

/** Draws one, so many pixels wide and high. */
export function drawBackground(name: BackgroundName, width: number, height: number): OffscreenCanvas {
  const canvas = new OffscreenCanvas(width, height);
  const c = canvas.getContext('2d')!;
  const { ground, paint } = DRAWINGS[name];
  fill(c, 0, 0, width, height, ground);
  paint(c, width, height);
  return canvas;
}

function fill(c: Canvas, x: number, y: number, width: number, height: number, colours: readonly string[]): void {
  const gradient = c.createLinearGradient(0, y, 0, y + height);
  colours.forEach((colour, i) => gradient.addColorStop(colours.length === 1 ? 0 : i / (colours.length - 1), colour));
  c.fillStyle = gradient;
  c.fillRect(x, y, width, height);
}

/** Light that falls in from one side, so that no wall is flat. `colour` is red, green and blue. */
function light(c: Canvas, x: number, y: number, radius: number, colour: string, strength: number): void {
  const gradient = c.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, `rgb(${colour} / ${strength})`);
  // Not "transparent", which is black: the way there would be grey.
  gradient.addColorStop(1, `rgb(${colour} / 0)`);
  c.fillStyle = gradient;
  c.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

/** A wall with two shelves of books at its left, out of focus. */
function paintStudy(c: Canvas, w: number, h: number): void {
  light(c, w * 0.8, h * 0.1, w * 0.6, '255 250 238', 0.7);
  c.filter = `blur(${w / 240}px)`;
  const colours = ['#7d8a8c', '#a5866b', '#5f6f64', '#b9a98f', '#8a6a5c', '#6c7a8d', '#c2b59d'];
  for (let shelf = 0; shelf < 2; shelf++) {
    const floor = h * (0.36 + shelf * 0.34);
    let x = w * 0.04;
    for (let book = 0; book < 15; book++) {
      // Heights and widths by a fixed rule: the same picture every time.
      const width = w * (0.012 + ((book * 7 + shelf * 3) % 5) * 0.0022);
      const height = h * (0.15 + ((book * 5 + shelf * 2) % 7) * 0.014);
      fill(c, x, floor - height, width, height, [colours[(book * 3 + shelf) % colours.length]!]);
      x += width + w * 0.003;
    }
    fill(c, w * 0.02, floor, w * 0.3, h * 0.022, ['#b89f7f', '#a48a6a']);
  }
  c.filter = 'none';
}

/** A wall with a tall window, and what light it lets in. */
function paintWindow(c: Canvas, w: number, h: number): void {
  c.filter = `blur(${w / 320}px)`;
  const [x, y, width, height] = [w * 0.64, h * 0.08, w * 0.28, h * 0.7];
  fill(c, x - w * 0.012, y - w * 0.012, width + w * 0.024, height + w * 0.024, ['#f7f8f6']);
  fill(c, x, y, width, height, ['#bcd8ec', '#e6f0ee', '#cfe0c6']);
  fill(c, x + width / 2 - w * 0.005, y, w * 0.01, height, ['#f7f8f6']);
  fill(c, x, y + height * 0.45, width, w * 0.01, ['#f7f8f6']);
  c.filter = 'none';
  light(c, w * 0.6, h * 0.5, w * 0.55, '255 255 255', 0.45);
  fill(c, 0, h * 0.88, w, h * 0.12, ['#aeb4ae', '#9da49f']);
}

/** Hills behind each other, paler with distance. */
function paintHills(c: Canvas, w: number, h: number): void {
  light(c, w * 0.3, h * 0.42, w * 0.4, '255 244 224', 0.9);
  const colours = ['#b7c7cb', '#93aeb0', '#6f9590', '#4d7a70'];
  colours.forEach((colour, i) => {
    c.fillStyle = colour;
    c.beginPath();
    c.moveTo(0, h);
    for (let x = 0; x <= w; x += w / 64) {
      const t = (x / w) * Math.PI * 2;
      c.lineTo(x, h * (0.5 + i * 0.12) + Math.sin(t * (0.8 + i * 0.35) + i * 1.9) * h * 0.055 + Math.sin(t * 2.3 + i) * h * 0.015);
    }
    c.lineTo(w, h);
    c.fill();
  });
}

/** Sky, sea and sand. */
function paintSea(c: Canvas, w: number, h: number): void {
  light(c, w * 0.72, h * 0.2, w * 0.35, '255 255 250', 0.8);
  fill(c, 0, h * 0.52, w, h * 0.3, ['#8fb9c9', '#5f97ab', '#7fb3b8']);
  fill(c, 0, h * 0.8, w, h * 0.2, ['#e8dcc2', '#d9c9a6']);
  c.strokeStyle = 'rgb(255 255 255 / 0.55)';
  c.lineWidth = h / 180;
  for (let wave = 0; wave < 3; wave++) {
    c.beginPath();
    for (let x = 0; x <= w; x += w / 48) c.lineTo(x, h * (0.785 - wave * 0.022) + Math.sin((x / w) * 22 + wave * 2) * h * 0.004);
    c.stroke();
  }
}

function paintSlate(c: Canvas, w: number, h: number): void {
  light(c, w * 0.5, h * 0.35, w * 0.55, '140 158 176', 0.45);
  light(c, w * 0.1, h, w * 0.5, '70 96 120', 0.5);
}

function paintLinen(c: Canvas, w: number, h: number): void {
  light(c, w * 0.25, h * 0.15, w * 0.6, '255 255 255', 0.9);
  light(c, w * 0.9, h * 0.9, w * 0.5, '190 178 158', 0.5);
}
