// `npm run test:conformance`: La Suite Meet's API, case by case, against the development backend or, with
// VISIO_MEET_URL, against another.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { root } from '../../bootstrap.mjs';

export default defineConfig({
  test: {
    root,
    include: ['dev/backend/**/*.test.ts'],
    environment: 'node',
    globalSetup: [join(import.meta.dirname, 'livekit.ts')],
    // Each file has a backend of its own; all share the livekit-server, and one machine.
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
