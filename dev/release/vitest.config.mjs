// What would be published, as npm packs it. Needs a build: `npm run build`.
import { defineConfig } from 'vitest/config';
import { root } from '../bootstrap.mjs';

export default defineConfig({
  root,
  test: {
    include: ['dev/release/*.test.ts'],
    globalSetup: 'dev/release/packs-setup.mjs',
    environment: 'node',
    testTimeout: 120_000,
  },
});
