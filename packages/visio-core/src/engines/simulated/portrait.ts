import type { Painter } from './pictures.js';
import { between, createRandom, pick, type Random } from './random.js';

const SKIN = ['#f6d7c3', '#eec1a2', '#dfa883', '#c98d63', '#a86f4a', '#855236', '#623a28', '#4a2c20'];
const HAIR = ['#1d1a1c', '#2e211c', '#4a3224', '#71482c', '#a9713b', '#d0a869', '#8d8a8a', '#c9c6c2'];
const CLOTHES = ['#2f4b7c', '#355e52', '#7a3b46', '#40414f', '#c9a24b', '#8b5e83', '#d8d3ca', '#b65f3c', '#4d7ea8', '#22272e'];

type Canvas = CanvasRenderingContext2D;

interface Look {
  readonly skin: string;
  readonly hair: string;
  readonly style: (c: Canvas, look: Look, behind: boolean) => void;
  readonly clothes: string;
  readonly glasses: boolean;
  readonly beard: boolean;
  readonly collar: boolean;
  /** How fast this person lives, and since when. */
  readonly rhythm: number;
  readonly phase: number;
  /** Hue of the wall. */
  readonly wall: number;
  readonly decor: (c: Canvas, look: Look, edge: number) => void;
  /** On which side of the head the decor stands. */
  readonly side: -1 | 1;
}

/** How a person looks, and where they sit; drawn by lot, once. */
function drawLook(person: Random, place: Random): Look {
  const skin = pick(person, SKIN);
  const style = pick(person, [short, short, short, long, long, bun, curls, bald, scarf]);
  return {
    skin,
    style,
    // Fair hair stays with fair skin, grey goes with all.
    hair: pick(person, HAIR.filter((_, i) => SKIN.indexOf(skin) < 4 || i < 3 || i === 6)),
    clothes: pick(person, CLOTHES),
    glasses: person() < 0.3,
    beard: (style === short || style === bald) && person() < 0.4,
    collar: person() < 0.5,
    rhythm: between(person, 0.8, 1.2),
    phase: between(person, 0, 60),
    wall: between(place, 0, 360),
    decor: pick(place, [shelf, plant, lamp, frame]),
    side: place() < 0.5 ? -1 : 1,
  };
}

/** The calm picture of a person at home; the same ones for the same seeds. */
export function createPortrait(person: number, place: number, isSpeaking: () => boolean): Painter {
  const look = drawLook(createRandom(person), createRandom(place + 1));
  return (c, width, height, seconds) => {
    const t = (seconds % 86_400) * look.rhythm + look.phase;
    const speaking = isSpeaking();
    paintWall(c, look, width, height);
    c.save();
    // From here on the picture is a hundred high, and x is counted from its middle.
    const unit = Math.min(height * 1.12, width * 1.45) / 100;
    c.translate(width / 2, height);
    c.scale(unit, unit);
    c.translate(0, -100);
    look.decor(c, look, width / unit / 2);
    moveHead(c, t, speaking, () => look.style(c, look, true));
    paintBody(c, look, Math.sin(t * 1.1) * 0.4);
    moveHead(c, t, speaking, () => paintHead(c, look, t, speaking));
    c.restore();
  };
}

/** The head sways a little, and nods while it speaks. */
function moveHead(c: Canvas, t: number, speaking: boolean, paint: () => void): void {
  c.save();
  c.translate(Math.sin(t * 0.5) * 1.6, Math.sin(t * 0.8) * 0.6 + (speaking ? Math.sin(t * 5) * 0.5 : 0));
  c.rotate(Math.sin(t * 0.37) * 0.035);
  paint();
  c.restore();
}

function paintWall(c: Canvas, { wall }: Look, width: number, height: number): void {
  const gradient = c.createLinearGradient(0, 0, width, height);
  gradient.addColorStop(0, `hsl(${wall} 26% 80%)`);
  gradient.addColorStop(1, `hsl(${wall + 25} 20% 57%)`);
  c.fillStyle = gradient;
  c.fillRect(0, 0, width, height);
}

function paintBody(c: Canvas, { clothes, skin, collar }: Look, breath: number): void {
  c.fillStyle = clothes;
  c.beginPath();
  c.moveTo(-42, 104);
  c.bezierCurveTo(-40, 84 - breath, -26, 79 - breath, -9, 75 - breath);
  c.lineTo(9, 75 - breath);
  c.bezierCurveTo(26, 79 - breath, 40, 84 - breath, 42, 104);
  c.fill();
  // The neck, and the shadow that the head throws on it.
  c.fillStyle = skin;
  c.beginPath();
  c.moveTo(-7, 58);
  c.lineTo(-8.5, 76);
  c.quadraticCurveTo(0, collar ? 88 : 82, 8.5, 76);
  c.lineTo(7, 58);
  c.fill();
  oval(c, 0, 65, 8, 5.5, '#0002');
}

function paintHead(c: Canvas, look: Look, t: number, speaking: boolean): void {
  const { skin, hair, beard, glasses } = look;
  for (const x of [-15.5, 15.5]) oval(c, x, 46, 2.6, 4, skin);
  oval(c, 0, 44, 15.5, 20, skin);
  if (beard) paintBeard(c, hair);
  look.style(c, look, false);

  // A blink every four seconds, and two close together now and then.
  const blink = t % 4.2 < 0.15 || (t + 0.4) % 12.6 < 0.15 ? 0.12 : 1;
  const gaze = Math.sin(t * 0.31) * 0.7;
  for (const x of [-6, 6]) {
    oval(c, x, 43, 2.7, 1.9 * blink, '#fff');
    oval(c, x + gaze, 43, 1.6, 1.7 * blink, '#2b2320');
    line(c, [x - 3.2, 38.4, x, 37.4 - (speaking ? Math.abs(Math.sin(t * 2)) * 0.8 : 0), x + 3.2, 38.4], hair, 1.2);
    if (glasses) ring(c, x, 43, 4.6, 4, '#222c');
  }
  if (glasses) line(c, [-1.4, 42.4, 0, 41.8, 1.4, 42.4], '#222c', 0.9);
  line(c, [-0.6, 44, -1.8, 49.5, 1.2, 50], '#0003', 1);

  const open = speaking ? Math.abs(Math.sin(t * 9.1) * Math.sin(t * 5.3 + 1)) : 0;
  if (open > 0.12) {
    oval(c, 0, 55.5, 4.2 - open, 0.8 + open * 2.6, '#5b1f24');
    oval(c, 0, 54.4 - open, 2.6, 0.6, '#fffc');
  } else {
    line(c, [-4.4, 54.8, 0, 57, 4.4, 54.8], '#7d3a36', 1.1);
  }
}

function paintBeard(c: Canvas, hair: string): void {
  c.fillStyle = hair;
  c.beginPath();
  c.moveTo(-15.3, 47);
  c.bezierCurveTo(-14, 70, 14, 70, 15.3, 47);
  c.bezierCurveTo(11, 55, 8, 51, 0, 51.5);
  c.bezierCurveTo(-8, 51, -11, 55, -15.3, 47);
  c.fill();
}

// Hair is drawn in two goes: what lies behind head and shoulders, then what lies before the face.

function short(c: Canvas, { hair }: Look, behind: boolean): void {
  if (behind) oval(c, 0, 38, 16.8, 18.5, hair);
  else fringe(c, hair, 30);
}

function long(c: Canvas, { hair }: Look, behind: boolean): void {
  if (behind) veil(c, hair);
  else fringe(c, hair, 29);
}

function bun(c: Canvas, look: Look, behind: boolean): void {
  if (behind) oval(c, 0, 19, 8, 7, look.hair);
  short(c, look, behind);
}

function curls(c: Canvas, { hair }: Look, behind: boolean): void {
  if (!behind) return fringe(c, hair, 28);
  for (let i = 0; i <= 10; i++) oval(c, Math.cos((i / 10) * Math.PI) * 17, 42 - Math.sin((i / 10) * Math.PI) * 20, 7.5, 7.5, hair);
}

function bald(): void {
  // Nothing to draw.
}

function scarf(c: Canvas, { clothes }: Look, behind: boolean): void {
  if (behind) return veil(c, clothes);
  oval(c, 0, 78, 14, 12, clothes);
  fringe(c, clothes, 27);
}

/** What falls over the shoulders. */
function veil(c: Canvas, fill: string): void {
  c.fillStyle = fill;
  c.beginPath();
  c.moveTo(-18, 40);
  c.bezierCurveTo(-18, 14, 18, 14, 18, 40);
  c.bezierCurveTo(19, 62, 24, 76, 20, 92);
  c.lineTo(-20, 92);
  c.bezierCurveTo(-24, 76, -19, 62, -18, 40);
  c.fill();
}

/** The line of the hair over the forehead, down to `y`. */
function fringe(c: Canvas, hair: string, y: number): void {
  c.fillStyle = hair;
  c.beginPath();
  c.moveTo(-16.4, 43);
  c.bezierCurveTo(-18, 16, 18, 16, 16.4, 43);
  c.bezierCurveTo(14, y + 4, 8, y, 3, y);
  c.bezierCurveTo(-4, y, -13, y + 4, -16.4, 43);
  c.fill();
}

// What stands behind a person; `edge` is how far the picture reaches to each side.

function shelf(c: Canvas, { side, wall }: Look, edge: number): void {
  const x = side * (edge * 0.62);
  for (let row = 0; row < 3; row++) {
    box(c, x - 22, 26 + row * 24, 44, 2, `hsl(${wall} 18% 42%)`);
    for (let i = 0; i < 7; i++) {
      const height = 10 + ((i * 7 + row * 5) % 9);
      box(c, x - 20 + i * 5.6, 26 + row * 24 - height, 4.4, height, `hsl(${wall + i * 47 + row * 80} 30% ${48 + ((i * 13) % 20)}%)`);
    }
  }
}

function plant(c: Canvas, { side }: Look, edge: number): void {
  const x = side * edge * 0.66;
  for (let i = -3; i <= 3; i++) {
    c.save();
    c.translate(x, 78);
    c.rotate(i * 0.3);
    oval(c, 0, -20, 4.5, 20 - Math.abs(i) * 2, `hsl(${128 + i * 6} 24% ${36 + i * 2}%)`);
    c.restore();
  }
  box(c, x - 8, 76, 16, 26, '#b98a6a');
}

function lamp(c: Canvas, { side }: Look, edge: number): void {
  const x = side * edge * 0.64;
  const glow = c.createRadialGradient(x, 34, 2, x, 34, 46);
  glow.addColorStop(0, '#fff3c9aa');
  glow.addColorStop(1, '#fff3c900');
  box(c, x - 50, -20, 100, 120, glow);
  box(c, x - 0.7, 40, 1.4, 64, '#5558');
  c.fillStyle = '#fbeecb';
  c.beginPath();
  c.moveTo(x - 6, 24);
  c.lineTo(x + 6, 24);
  c.lineTo(x + 11, 42);
  c.lineTo(x - 11, 42);
  c.fill();
}

function frame(c: Canvas, { side, wall }: Look, edge: number): void {
  const x = side * edge * 0.64;
  box(c, x - 17, 14, 34, 44, '#fff9');
  box(c, x - 13, 18, 26, 36, `hsl(${wall + 170} 24% 70%)`);
  oval(c, x + 4, 30, 5, 5, `hsl(${wall + 140} 40% 82%)`);
  box(c, x - 13, 42, 26, 12, `hsl(${wall + 190} 24% 52%)`);
}

function oval(c: Canvas, x: number, y: number, rx: number, ry: number, fill: string): void {
  c.fillStyle = fill;
  c.beginPath();
  c.ellipse(x, y, rx, ry, 0, 0, 7);
  c.fill();
}

function ring(c: Canvas, x: number, y: number, rx: number, ry: number, stroke: string): void {
  c.strokeStyle = stroke;
  c.lineWidth = 0.9;
  c.beginPath();
  c.ellipse(x, y, rx, ry, 0, 0, 7);
  c.stroke();
}

function box(c: Canvas, x: number, y: number, width: number, height: number, fill: string | CanvasGradient): void {
  c.fillStyle = fill;
  c.fillRect(x, y, width, height);
}

/** A bent line: from the first point, towards the second, to the third. */
function line(c: Canvas, [ax, ay, bx, by, cx, cy]: [number, number, number, number, number, number], stroke: string, width: number): void {
  c.strokeStyle = stroke;
  c.lineWidth = width;
  c.lineCap = 'round';
  c.beginPath();
  c.moveTo(ax, ay);
  c.quadraticCurveTo(bx, by, cx, cy);
  c.stroke();
}
