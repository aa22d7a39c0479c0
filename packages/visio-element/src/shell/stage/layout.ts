/** Where tiles go. Pure: boxes in, boxes out; the stage measures and sets. */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface GridFit {
  readonly columns: number;
  readonly rows: number;
  /** Of one tile. */
  readonly width: number;
  readonly height: number;
}

/** The most tiles on one page, however large the stage. */
export const MAX_TILES = 49;
/** What a face needs. Two fit beside each other in a panel of 320. */
const MIN_WIDTH = 136;
const MIN_HEIGHT = 76;
/** More than this many on one page are hard to take in, unless each is of a good width. */
const MANY = 25;
const GOOD_WIDTH = 208;

const WIDE = 16 / 9;
const TALL = 3 / 4;

/** Space between tiles, and around them. */
export function gapFor(width: number): number {
  return width < 480 ? 8 : 12;
}

/**
 * The columns that make `count` equal tiles largest. Tiles are 16:9; in a box that is taller than wide they may be
 * as tall as 3:4, which is how phones hold people.
 */
export function gridFit(count: number, width: number, height: number, gap: number): GridFit {
  const tallest = height > width ? TALL : WIDE;
  // Where it makes no great difference, people are beside each other.
  const enough = height > width ? 1 : 0.92;
  let best: GridFit = { columns: 1, rows: Math.max(1, count), width: 0, height: 0 };
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    // As many columns as these rows need: 5 people in 4 columns and 2 rows are 3 and 2.
    if (columns > 1 && Math.ceil(count / (columns - 1)) === rows) continue;
    const cell = {
      width: (width - gap * (columns - 1)) / columns,
      height: (height - gap * (rows - 1)) / rows,
    };
    const tile = fitAspect(cell.width, cell.height, tallest, WIDE);
    if (tile.width * tile.height > best.width * best.height * enough) best = { columns, rows, ...tile };
  }
  return best;
}

/** How many tiles of a size worth looking at fit on one page: at least one, at most {@link MAX_TILES}. */
export function gridCapacity(width: number, height: number, gap: number): number {
  // A thousand people on the way in would otherwise have each number tried, every time.
  const good = Math.floor((width + gap) / (GOOD_WIDTH + gap)) * Math.floor((height + gap) / (GOOD_WIDTH / WIDE + gap));
  for (let count = good > MANY ? MAX_TILES : MANY; count > 1; count--) {
    const tile = gridFit(count, width, height, gap);
    if (tile.width >= (count > MANY ? GOOD_WIDTH : MIN_WIDTH) && tile.height >= MIN_HEIGHT) return count;
  }
  return 1;
}

/** The boxes of `count` tiles: row by row, the last row in the middle. */
export function gridBoxes(count: number, fit: GridFit, width: number, height: number, gap: number): Box[] {
  const rows = Math.min(fit.rows, Math.ceil(count / fit.columns));
  const top = (height - rows * fit.height - (rows - 1) * gap) / 2;
  return Array.from({ length: count }, (_, i) => {
    const row = Math.floor(i / fit.columns);
    const inRow = Math.min(fit.columns, count - row * fit.columns);
    const start = (width - inRow * fit.width - (inRow - 1) * gap) / 2;
    return round({
      x: start + (i % fit.columns) * (fit.width + gap),
      y: top + row * (fit.height + gap),
      width: fit.width,
      height: fit.height,
    });
  });
}

/** Where the others are: in a column beside what is large, in a grid below it, or in one row below it. */
export type Side = 'beside' | 'below' | 'row';

export interface Spotlight {
  /** All that each large tile may fill. */
  readonly large: readonly Box[];
  /** Of the others on this page. */
  readonly others: readonly Box[];
}

/** Where the others have room: beside in a wide box, below in a tall one. */
export function sideFor(mode: 'auto' | 'grid' | 'speaker' | 'sidebar', width: number, height: number): Side {
  const isWide = width > height * 1.25 && width >= 480;
  if (mode === 'speaker' && (height >= 360 || !isWide)) return 'row';
  return isWide || (mode === 'sidebar' && width >= 480) ? 'beside' : 'below';
}

/** How many others there is room for, beside or below `large` tiles. */
export function spotlightCapacity(large: number, side: Side, width: number, height: number, gap: number): number {
  if (side === 'below') return gridCapacity(width, height - belowHeight(large, width, height) - gap, gap);
  const [length, smallest] = side === 'row' ? [width, MIN_WIDTH] : [height, columnWidths(width).smallest / WIDE];
  return Math.min(MAX_TILES, Math.max(1, Math.floor((length + gap) / (smallest + gap))));
}

/** `large` tiles, and `count` others where `side` says. A column or row of them shrinks a little before it gets pages. */
export function spotlight(large: number, count: number, side: Side, width: number, height: number, gap: number): Spotlight {
  if (count === 0) return { large: largeBoxes(large, { x: 0, y: 0, width, height }, gap), others: [] };
  if (side === 'beside') {
    const { smallest, largest } = columnWidths(width);
    const tile = wide(clamp(((height + gap) / count - gap) * WIDE, smallest, largest));
    const main = { x: 0, y: 0, width: width - tile.width - gap, height };
    return {
      large: largeBoxes(large, main, gap),
      others: moved(gridBoxes(count, { columns: 1, rows: count, ...tile }, tile.width, height, gap), width - tile.width, 0),
    };
  }
  if (side === 'row') {
    const tile = wide(clamp((width + gap) / count - gap, MIN_WIDTH, Math.max(MIN_WIDTH, height * 0.2 * WIDE)));
    const main = { x: 0, y: 0, width, height: height - tile.height - gap };
    return {
      large: largeBoxes(large, main, gap),
      others: moved(gridBoxes(count, { columns: count, rows: 1, ...tile }, width, tile.height, gap), 0, main.height + gap),
    };
  }
  const mainHeight = belowHeight(large, width, height);
  const rest = height - mainHeight - gap;
  const fit = gridFit(count, width, rest, gap);
  const used = fit.rows * (fit.height + gap) - gap;
  const top = (rest - used) / 2;
  return {
    large: largeBoxes(large, { x: 0, y: top, width, height: mainHeight }, gap),
    others: moved(gridBoxes(count, fit, width, used, gap), 0, top + mainHeight + gap),
  };
}

/** One fills the room, whatever its shape; several share it as a grid does. */
function largeBoxes(count: number, room: Box, gap: number): Box[] {
  if (count === 1) return [round(room)];
  return moved(gridBoxes(count, gridFit(count, room.width, room.height, gap), room.width, room.height, gap), room.x, room.y);
}

/** Above a grid of the others, one screen has what most screens need, and several have more. */
function belowHeight(large: number, width: number, height: number): number {
  return Math.min(large > 1 ? Infinity : width * 0.625, height * 0.6);
}

function columnWidths(width: number): { smallest: number; largest: number } {
  const largest = clamp(width * 0.2, MIN_WIDTH, 264);
  return { smallest: Math.min(largest, 160), largest };
}

/** A tile of this width. */
function wide(width: number): { width: number; height: number } {
  return { width: Math.floor(width), height: Math.floor(width / WIDE) };
}

function moved(boxes: readonly Box[], x: number, y: number): Box[] {
  return boxes.map((box) => round({ ...box, x: box.x + x, y: box.y + y }));
}

/** The largest box in `box`, centred, that a camera can fill without losing the person in it. */
export function cameraBox({ x, y, width, height }: Box): Box {
  const tile = fitAspect(width, height, height > width ? TALL : WIDE, WIDE);
  return round({ x: x + (width - tile.width) / 2, y: y + (height - tile.height) / 2, ...tile });
}

/** The largest tile in a cell whose width to height is between `min` and `max`. */
function fitAspect(width: number, height: number, min: number, max: number): { width: number; height: number } {
  const aspect = clamp(width / height, min, max);
  const fitted = Math.max(0, Math.min(width, height * aspect));
  return { width: Math.floor(fitted), height: Math.floor(fitted / aspect) };
}

function round({ x, y, width, height }: Box): Box {
  return { x: Math.round(x), y: Math.round(y), width: Math.floor(width), height: Math.floor(height) };
}

function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
