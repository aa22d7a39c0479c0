import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

it('looks at every story of an element', () => {
  const src = join(import.meta.dirname, '..');
  const stories = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.stories.ts'));
  const imported = [...readFileSync(join(src, 'testing/stories.browser-test.ts'), 'utf8').matchAll(/from '\.\.\/(.+\.stories)\.js'/g)].map(([, file]) => `${file}.ts`);
  expect(imported.sort()).toEqual(stories.map((file) => file.replaceAll('\\', '/')).sort());
});
