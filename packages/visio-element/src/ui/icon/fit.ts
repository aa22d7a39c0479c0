/** In CSS pixels: 16 among small words, 20 in buttons, 24 in large ones, 40 where nothing else is. */
export type IconSize = 16 | 20 | 24 | 40;

/**
 * A path for a box of `size`, from a drawing on a grid of 24: points are moved so that lines, which are 1.5 wide at any size, end
 * with a pixel, and evenly on both sides of the middle. Small letters stay relative, and are not moved. `R` is ours: the
 * left, top, right and bottom of a box, and how round its corners are: with 12, it is a circle. There is no `Z`: a line ends
 * where it began, and its round ends meet.
 */
export function fit(drawing: string, size: IconSize): string {
  const scale = size / 24;
  const middle = size / 2;
  const snap = (value: number) => {
    const away = value * scale - middle;
    return middle + Math.sign(away) * (Math.round(Math.abs(away) * 2 - 0.5) / 2 + 0.25);
  };
  return drawing.replace(/([a-z])([^a-z]*)/gi, (_, letter: string, rest: string) => {
    const given = rest.match(/-?[\d.]+/g)!;
    const points = given.map((each) => (letter < 'a' ? snap(+each) : +each * scale));
    if (letter !== 'R') return letter + points.join(' ');
    const [left, top, right, bottom] = points as [number, number, number, number];
    const round = Math.min(+given[4]! * scale, (right - left) / 2);
    const arc = `a${round} ${round} 0 0 1 `;
    return `M${left + round} ${top}H${right - round}${arc}${round} ${round}V${bottom - round}${arc}${-round} ${round}H${left + round}${arc}${-round} ${-round}V${top + round}${arc}${round} ${-round}z`;
  });
}
