// Unit tests, in Node: what needs no browser.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from './dev/bootstrap.mjs';
import { sources } from './dev/workspace.mjs';

export default defineConfig({
  resolve: {
    alias: [...sources].map(([name, file]) => ({ find: new RegExp(`^${name}$`), replacement: join(root, file) })),
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'dev/{manifest,docs}/*.test.ts'],
    environment: 'node',
  },
});
