import { VisioError } from '../errors/visio-error.js';
import type { Backend } from './backend.js';

/**
 * The backend behind a room's address, `https://visio.example/abc-defg-hij`. Its code is fetched ahead, from now on; what
 * could not be had is fetched again when one joins.
 */
export function urlBackend(url: string): Backend {
  let loading: Promise<Backend> | null = null;
  const load = () =>
    (loading ??= import('./meet/index.js').then(
      ({ meetBackend }) => meetBackend(url),
      (cause: unknown) => {
        loading = null;
        throw new VisioError('ENGINE_LOAD_FAILED', 'The code of the backend could not be loaded.', { cause });
      },
    ));
  load().catch(() => undefined);
  return {
    async credentials(request) {
      const backend = await load();
      return { backend, ...(await backend.credentials(request)) };
    },
    backgrounds: async (signal) => (await load()).backgrounds!(signal),
  };
}
