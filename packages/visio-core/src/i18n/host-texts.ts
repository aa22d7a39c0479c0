/** The words that a host brings: checked, and laid over ours. Fetched for hosts that bring some. */
import { VisioError } from '../errors/visio-error.js';
import type { HostLanguage, LateTexts, Text } from './index.js';

const CATEGORIES: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'] satisfies Intl.LDMLPluralRule[];

/** How many parts a language has. Only with the last of them is it known what is in none. */
const PARTS = 1 + (['next', 'rest'] satisfies (keyof LateTexts)[]).length;

type Found = Readonly<Record<string, unknown>>;

/**
 * What lays the host's words over a part of ours, later ones over earlier ones. What cannot be used is told, all of a
 * part at once, and ours stands for it.
 */
export function layOver(
  language: string,
  brought: readonly (HostLanguage | undefined)[],
  onTrouble: (error: VisioError) => void = () => undefined,
): <Part extends object>(ours: Part) => Promise<Part> {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const layers = Promise.all(brought.map((texts) => read(texts).catch(refuse)));
  const known = new Set<string>();
  let parts = 0;

  function refuse(cause: unknown): Found {
    onTrouble(new VisioError('ENGINE_LOAD_FAILED', `This page's texts for "${language}" could not be loaded.`, { cause }));
    return {};
  }

  return async (ours) => {
    const laid = { ...ours } as Record<string, unknown>;
    const problems: string[] = [];
    for (const key of Object.keys(ours)) known.add(key);
    parts++;
    for (const layer of await layers) {
      for (const [key, own] of Object.entries(ours) as [string, Text][]) {
        if (!Object.hasOwn(layer, key)) continue;
        const given = layer[key];
        const problem = isText(given) ? problemOf(own, given, categories) : 'is no text, and no plurals with "other"';
        if (problem) problems.push(`${key} ${problem}`);
        if (isText(given)) laid[key] = given;
      }
      if (parts === PARTS) problems.push(...Object.keys(layer).filter((key) => !known.has(key)).map((key) => `${key} is not a text of ours`));
    }
    if (problems.length > 0) onTrouble(new VisioError('INVALID_ARGUMENT', `This page's texts for "${language}": ${problems.join('; ')}.`));
    return laid as typeof ours;
  };
}

async function read(brought: HostLanguage | undefined): Promise<Found> {
  const found: unknown = typeof brought === 'function' ? await brought() : brought;
  const texts: unknown = isObject(found) && 'default' in found ? found.default : found;
  if (!isObject(texts)) throw new TypeError('These are no texts.');
  return texts;
}

function isObject(value: unknown): value is Found {
  return typeof value === 'object' && value !== null;
}

function isText(given: unknown): given is Text {
  if (typeof given === 'string') return true;
  return isObject(given) && typeof given['other'] === 'string' && Object.values(given).every((form) => typeof form === 'string');
}

/** What its author should know of a text that can be used: what it has and nobody fills, or what it lacks. */
function problemOf(own: Text, given: Text, categories: readonly string[]): string | undefined {
  const places = placesOf(own);
  const surplus = placesOf(given).filter((place) => !places.includes(place));
  if (surplus.length > 0) return `has ${surplus.join(', ')}, which nothing fills`;
  if (typeof given === 'string') return undefined;
  if (typeof own === 'string') return 'has plurals, and counts nothing';
  const strange = Object.keys(given).filter((category) => !CATEGORIES.includes(category));
  if (strange.length > 0) return `has ${strange.join(', ')}, which is no plural`;
  const missing = categories.filter((category) => !(category in given));
  return missing.length > 0 ? `lacks the plural ${missing.join(', ')}` : undefined;
}

function placesOf(text: Text): readonly string[] {
  return (typeof text === 'string' ? [text] : Object.values(text)).flatMap((form) => form.match(/\{\w+\}/g) ?? []);
}
