/** How a picture is magnified. Pure: the element measures and sets. */

export interface Lens {
  /** 1 is the whole picture. */
  readonly scale: number;
  /** How far the picture's middle is from the middle of the box, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export const WHOLE: Lens = { scale: 1, x: 0, y: 0 };
export const MAX_SCALE = 8;

/** The size of a picture that is shown whole in `box`. */
export function contain(picture: Size, box: Size): Size {
  if (picture.width === 0 || picture.height === 0) return box;
  const ratio = Math.min(box.width / picture.width, box.height / picture.height);
  return { width: picture.width * ratio, height: picture.height * ratio };
}

/** Magnifies to `scale` so that what is at `point` (from the middle of the box) stays there. */
export function zoomTo(lens: Lens, scale: number, point: { readonly x: number; readonly y: number }, content: Size, box: Size): Lens {
  const next = Math.min(MAX_SCALE, Math.max(1, scale));
  const factor = next / lens.scale;
  return keepIn({ scale: next, x: point.x - (point.x - lens.x) * factor, y: point.y - (point.y - lens.y) * factor }, content, box);
}

export function moveBy(lens: Lens, x: number, y: number, content: Size, box: Size): Lens {
  return keepIn({ ...lens, x: lens.x + x, y: lens.y + y }, content, box);
}

/** No edge of the picture comes into the box; a side with room to spare stays in the middle. */
function keepIn({ scale, x, y }: Lens, content: Size, box: Size): Lens {
  const limit = (value: number, inside: number, outside: number) => {
    const most = Math.max(0, (inside * scale - outside) / 2);
    // No negative zero.
    return Math.min(most, Math.max(-most, value)) || 0;
  };
  return { scale, x: limit(x, content.width, box.width), y: limit(y, content.height, box.height) };
}
