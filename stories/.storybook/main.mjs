import { join } from 'node:path';
import { root } from '../../dev/bootstrap.mjs';
import { analyze } from '../../dev/manifest/analyze.mjs';
import { sources } from '../../dev/workspace.mjs';
import { makeGuides } from './guides.mjs';

/** @type {import('@storybook/web-components-vite').StorybookConfig} */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../guides/*.mdx', makeGuides(), '../tokens/*.stories.ts', '../meetings/*.stories.ts', '../../packages/visio-element/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Stories show the sources, not the last build; and the static build works from any path.
  viteFinal: (config) => ({
    ...config,
    base: './',
    plugins: [...(config.plugins ?? []), manifestPlugin()],
    resolve: {
      ...config.resolve,
      alias: [...sources].map(([name, file]) => ({ find: new RegExp(`^${name}$`), replacement: join(root, file) })),
    },
  }),
};

/** What is documented of elements, and offered as controls, is what their sources say. */
function manifestPlugin() {
  const id = 'virtual:visio-manifest';
  return {
    name: 'visio-manifest',
    /** @param {string} source */
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    /** @param {string} source */
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(analyze())};` : undefined),
  };
}
