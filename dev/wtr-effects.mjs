// Serves what effects are made of at /assets/, as it lies beside the bundle.
import { effectAssets } from './effects/assets.mjs';

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function effectsPlugin() {
  const assets = effectAssets();
  return {
    name: 'visio-effects',
    serve({ path }) {
      const read = path.startsWith('/assets/') ? assets.get(path.slice('/assets/'.length)) : undefined;
      if (!read) return undefined;
      const type = path.endsWith('.js') ? 'js' : path.endsWith('.wasm') ? 'wasm' : 'bin';
      // The type says a string; what is served may be a buffer.
      return { body: /** @type {any} */ (read()), type };
    },
  };
}
