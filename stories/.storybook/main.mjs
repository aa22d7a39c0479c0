import { join } from 'node:path';
import { root } from '../../dev/bootstrap.mjs';
import { sources } from '../../dev/workspace.mjs';

/** @type {import('@storybook/web-components-vite').StorybookConfig} */
export default {
  framework: '@storybook/web-components-vite',
  stories: ['../guides/*.mdx', '../meetings/*.stories.ts', '../../packages/visio-element/src/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Stories show the sources, not the last build; and the static build works from any path.
  viteFinal: (config) => ({
    ...config,
    base: './',
    resolve: {
      ...config.resolve,
      alias: [...sources].map(([name, file]) => ({ find: new RegExp(`^${name}$`), replacement: join(root, file) })),
    },
  }),
};
