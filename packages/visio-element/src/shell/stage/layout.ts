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
export const MAX_TILES = 25;
/** What a face needs. Two fit beside each other in a panel of 320. */
const MIN_WIDTH = 136;
const MIN_HEIGHT = 76;

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
  for (let count = MAX_TILES; count > 1; count--) {
    const tile = gridFit(count, width, height, gap);
    if (tile.width >= MIN_WIDTH && tile.height >= MIN_HEIGHT) return count;
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

export interface Spotlight {
  /** All that the large tile may fill. */
  readonly main: Box;
  /** Of the others on this page. */
  readonly others: readonly Box[];
}

/** How many others there is room for beside or below one large tile. */
export function spotlightCapacity(width: number, height: number, gap: number): number {
  if (!isBeside(width, height)) return gridCapacity(width, height - mainHeight(width, height) - gap, gap);
  const { smallest } = columnWidths(width);
  return Math.min(MAX_TILES - 1, Math.max(1, Math.floor((height + gap) / (smallest / WIDE + gap))));
}

/** One large tile; `count` others in a column beside it where the box is wide, in a grid below it where it is tall. */
export function spotlight(count: number, width: number, height: number, gap: number): Spotlight {
  if (count === 0) return { main: { x: 0, y: 0, width, height }, others: [] };
  if (isBeside(width, height)) {
    const { smallest, largest } = columnWidths(width);
    const tile = fitAspect(clamp(((height + gap) / count - gap) * WIDE, smallest, largest), Infinity, WIDE, WIDE);
    const fit = { columns: 1, rows: count, ...tile };
    return {
      main: round({ x: 0, y: 0, width: width - tile.width - gap, height }),
      others: moved(gridBoxes(count, fit, tile.width, height, gap), width - tile.width, 0),
    };
  }
  const large = mainHeight(width, height);
  const rest = height - large - gap;
  const fit = gridFit(count, width, rest, gap);
  const used = fit.rows * (fit.height + gap) - gap;
  const top = (rest - used) / 2;
  return {
    main: round({ x: 0, y: top, width, height: large }),
    others: moved(gridBoxes(count, fit, width, used, gap), 0, top + large + gap),
  };
}

function isBeside(width: number, height: number): boolean {
  return width > height * 1.25 && width >= 480;
}

/** Above a grid of the others, a screen has what most screens need. */
function mainHeight(width: number, height: number): number {
  return Math.min(width * 0.625, height * 0.6);
}

/** A column of the others shrinks a little before it gets pages. */
function columnWidths(width: number): { smallest: number; largest: number } {
  const largest = clamp(width * 0.2, MIN_WIDTH, 264);
  return { smallest: Math.min(largest, 160), largest };
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
