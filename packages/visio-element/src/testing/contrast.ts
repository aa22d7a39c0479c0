/** The contrasts that the theme promises, and how they are measured where it is worn. */

/** What is read, on what it is read, and the contrast it needs (WCAG 2.2, 1.4.3 and 1.4.11). */
const PAIRS = [
  ...['surface', 'raised', 'sunken', 'control', 'control-hover', 'field'].flatMap((back) => [
    ['text', back, 4.5] as const,
    ['text-quiet', back, 4.5] as const,
    ['accent-text', back, 4.5] as const,
    ['focus', back, 3] as const,
  ]),
  ...['surface', 'raised', 'sunken', 'field'].flatMap((back) => [
    ['danger-text', back, 4.5] as const,
    ['warning-text', back, 4.5] as const,
    ['success-text', back, 4.5] as const,
    ['line-strong', back, 3] as const,
    ['accent-line', back, 3] as const,
  ]),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-hover', 4.5],
  ['on-danger', 'danger', 4.5],
  ['on-danger', 'danger-hover', 4.5],
  ['danger-text', 'danger-soft', 4.5],
  ['danger-text', 'danger-soft-hover', 4.5],
  ['text', 'danger-soft', 4.5],
  ['speaking', 'sunken', 3],
] as const;

/** With high contrast text has 7 (1.4.6); what is under a pointer for a moment stays readable. */
export const HIGH = PAIRS.map(([front, back, least]) => [front, back, least === 4.5 && !back.endsWith('hover') ? 7 : least] as const);

type Pairs = readonly (readonly [front: string, back: string, least: number])[];

export interface Contrast {
  /** What has a token's colour for its own. */
  probeOf(token: string): HTMLElement;
  colorOf(token: string): string;
  /** Relative luminance of each token as it is painted. */
  luminances(): ReadonlyMap<string, number>;
  /** Each pair that has less contrast than it needs. */
  failures(about?: string, pairs?: Pairs): readonly string[];
}

/** Puts a probe of each colour into what has the tokens. */
export function measureContrast(themed: HTMLElement): Contrast {
  const tokens = [...new Set(PAIRS.flatMap(([front, back]) => [front, back]))];
  const canvas = new OffscreenCanvas(tokens.length, 1).getContext('2d', { willReadFrequently: true })!;
  const probes = new Map(
    tokens.map((token) => {
      const probe = document.createElement('p');
      const variable = `--_color-${token}`;
      probe.style.setProperty('color', `var(${variable})`);
      return [token, probe];
    }),
  );
  themed.append(...probes.values());

  const probeOf = (token: string) => probes.get(token)!;
  const colorOf = (token: string) => getComputedStyle(probeOf(token)).color;

  // All of them are read at once: reading is slow.
  function luminances(): ReadonlyMap<string, number> {
    tokens.forEach((token, place) => {
      canvas.fillStyle = colorOf(token);
      canvas.fillRect(place, 0, 1, 1);
    });
    const { data } = canvas.getImageData(0, 0, tokens.length, 1);
    const part = (index: number) => {
      const value = data[index]! / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    };
    return new Map(tokens.map((token, place) => [token, 0.2126 * part(place * 4) + 0.7152 * part(place * 4 + 1) + 0.0722 * part(place * 4 + 2)]));
  }

  function failures(about = '', pairs: Pairs = PAIRS): readonly string[] {
    const found = luminances();
    return pairs.flatMap(([front, back, least]) => {
      const [low, high] = [found.get(front)!, found.get(back)!].sort((x, y) => x - y);
      const contrast = (high! + 0.05) / (low! + 0.05);
      return contrast >= least ? [] : [`${about} ${front} on ${back}: ${contrast.toFixed(2)} < ${least}`];
    });
  }

  return { probeOf, colorOf, luminances, failures };
}
