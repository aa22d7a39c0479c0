// When a release may be published, and what versions the packages get together.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { obstacles } from './obstacles.mjs';
import { packs } from './unpacked.ts';

const ready = { isCI: true, changes: '', pending: [], manifests: packs.map(({ name, version }) => ({ name, version, repository: 'somewhere' })) };

describe('publishing', () => {
  it('goes on from CI, clean, versioned, and known where it is from', () => {
    expect(obstacles(ready)).toEqual([]);
  });

  it.each([
    ['outside of CI', { isCI: false }, /CI/],
    ['with changes', { changes: ' M package.json' }, /not committed/],
    ['with changesets', { pending: ['.changeset/a.md'] }, /1 changesets/],
    ['with several versions', { manifests: ready.manifests.map((each, i) => ({ ...each, version: `1.0.${i}` })) }, /one version/],
    ['without a repository', { manifests: [{ name: 'visio-core', version: '1.0.0' }] }, /visio-core.*repository/],
  ])('stops %s', (_, change, reason) => {
    const found = obstacles({ ...ready, ...change });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(reason);
  });
});

it('versions the three packages together, each with a changelog', () => {
  const config = JSON.parse(readFileSync('.changeset/config.json', 'utf8')) as { fixed: string[][]; changelog: unknown; access: string };
  expect(config).toMatchObject({ fixed: [packs.map(({ name }) => name)], access: 'public' });
  expect(config.changelog).toBeTruthy();
});
