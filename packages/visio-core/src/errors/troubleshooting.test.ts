import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { VisioErrorCode } from './codes.js';

it('explains each code once in the guide, and no other', async () => {
  const guide = await readFile(new URL('../../../../docs/guides/troubleshooting.md', import.meta.url), 'utf8');
  const rows = [...guide.matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gm)];
  const explained = rows.flatMap(([, codes]) => codes!.replaceAll('`', '').split(', '));
  expect(explained.sort()).toEqual(Object.keys(VisioErrorCode).sort());
});
