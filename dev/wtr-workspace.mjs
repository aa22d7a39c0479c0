// Bare imports of our own packages lead to their sources.
import { sources } from './workspace.mjs';

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function workspacePlugin() {
  return {
    name: 'visio-workspace',
    resolveImport({ source }) {
      const file = sources.get(source);
      return file && `/${file}`;
    },
  };
}
