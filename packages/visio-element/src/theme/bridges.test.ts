import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import postcss, { type Root } from 'postcss';
import { beforeAll, describe, expect, it } from 'vitest';
import { fetchDesignSystem, fetchDesignSystems } from '../../../../dev/design-systems/fetch.mjs';
import { SYSTEMS } from '../../../../dev/design-systems/systems.mjs';

const folder = join(import.meta.dirname, '../../bridges');
const bridges = [...new Set(SYSTEMS.map(({ bridge }) => bridge))];
const read = (file: string) => postcss.parse(readFileSync(file, 'utf8'), { from: file });

/** The variables that a bridge takes from the page; what it calls by its own name, it has from itself. */
function variablesOf(bridge: string): readonly string[] {
  const found = new Set<string>();
  read(join(folder, `${bridge}.css`)).walkDecls(({ value }) => {
    for (const [, name] of value.matchAll(/var\((--[\w-]+)/g)) if (!name!.startsWith('--_')) found.add(name!);
  });
  return [...found];
}

/** A style sheet, and those that it imports. */
function sheetsOf(file: string): readonly Root[] {
  const sheet = read(file);
  const imported: string[] = [];
  sheet.walkAtRules('import', ({ params }) => {
    const [, name] = /^url\("([^"]+)"\)/.exec(params)!;
    imported.push(join(dirname(file), name!));
  });
  return [sheet, ...imported.flatMap(sheetsOf)];
}

describe('bridges', () => {
  // Those that no test before has had come from the registry.
  beforeAll(fetchDesignSystems, 300_000);

  it.each(bridges)('%s sets variables and the scheme, and loads nothing', (bridge) => {
    const css = read(join(folder, `${bridge}.css`));
    css.walkAtRules(({ name }) => expect(name).toBe(''));
    css.walkDecls(({ prop, value }) => {
      expect(prop).toMatch(/^(--visio-[\w-]+|--_visio-scheme|color-scheme)$/);
      expect(value).not.toContain('url(');
    });
  });

  it.each(bridges)('%s is told of in the guide with the versions that it is tested against', (bridge) => {
    const guide = readFileSync(join(folder, '../../../docs/guides/theming.md'), 'utf8');
    const row = guide.split('\n').find((line) => line.startsWith(`| \`${bridge}.css\``))!;
    const tested = SYSTEMS.filter((system) => system.bridge === bridge).map(({ name, version }) => `\`${name}\` ${version}`);
    expect(row.split('|')[3]!.trim()).toBe(tested.join(', '));
  });

  it.each(SYSTEMS)('$bridge names variables that $name $version has', async (system) => {
    const declared = new Set<string>();
    for (const sheet of sheetsOf(join(await fetchDesignSystem(system), system.sheet))) sheet.walkDecls(/^--/, ({ prop }) => void declared.add(prop));
    expect(declared.size).toBeGreaterThan(100);
    const wanted = variablesOf(system.bridge);
    expect(wanted.length).toBeGreaterThan(2);
    const missing = wanted.filter((name) => !declared.has(name));
    // Those of components are in the package of the components.
    expect(system.name.endsWith('cunningham-tokens') ? missing.filter((name) => !name.startsWith('--c--components--')) : missing).toEqual([]);
  });
});
