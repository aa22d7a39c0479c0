// Serves the style sheets of design systems at /design-systems/<name>@<version>/, as a page that uses them would load them.
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { fetchDesignSystem } from './design-systems/fetch.mjs';
import { SYSTEMS } from './design-systems/systems.mjs';

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function designSystemsPlugin() {
  return {
    name: 'visio-design-systems',
    async serve({ path }) {
      for (const system of SYSTEMS) {
        const base = `/design-systems/${system.name}@${system.version}/`;
        if (!path.startsWith(base) || !path.endsWith('.css')) continue;
        return { body: await readFile(join(await fetchDesignSystem(system), normalize(`/${path.slice(base.length)}`)), 'utf8'), type: 'css' };
      }
      return undefined;
    },
  };
}
