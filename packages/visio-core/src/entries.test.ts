import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Every entry of every package, as a consumer imports it. Needs a build (`npm run types`). */
async function entries(): Promise<string[]> {
  const names = ['visio-core', 'visio-element', 'visio-react'];
  const packages = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(new URL(`../../${name}/package.json`, import.meta.url), 'utf8')) as { exports: object }),
  );
  return packages.flatMap(({ exports }, i) => Object.keys(exports).filter((path) => !/\.(json|css)$/.test(path)).map((path) => names[i] + path.slice(1)));
}

describe('package entries', () => {
  it('can all be imported in Node, without a DOM', async () => {
    const specifiers = await entries();
    expect(specifiers.length).toBeGreaterThan(8);
    const script = `
      if (globalThis.document || globalThis.window) throw new Error('This Node has a DOM.');
      for (const entry of ${JSON.stringify(specifiers)}) await import(entry);`;
    await run(process.execPath, ['--input-type=module', '-e', script]);
  });
});
