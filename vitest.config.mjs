// Unit tests, in Node: what needs no browser. Those of visio-react run with React 18, too.
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { mustBeInstalled, root } from './dev/bootstrap.mjs';
import { sources } from './dev/workspace.mjs';

mustBeInstalled();

const ours = [...sources].map(([name, file]) => ({ find: new RegExp(`^${name}$`), replacement: join(root, file) }));

export default defineConfig({
  test: {
    environment: 'node',
    projects: [
      {
        resolve: { alias: ours },
        test: { name: 'unit', env: { REACT: '19' }, include: ['packages/*/src/**/*.test.ts', 'dev/{,manifest/,docs/}*.test.ts'] },
      },
      {
        resolve: { alias: [...ours, { find: /^(react|react-dom)(?=\/|$)/, replacement: join(root, 'dev/react-18/node_modules/$1') }] },
        test: { name: 'React 18', env: { REACT: '18' }, include: ['packages/visio-react/src/**/*.test.ts'] },
      },
    ],
  },
});
