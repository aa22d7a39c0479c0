// What a real call needs on this machine: a livekit-server, and a backend that gives out tokens and serves the demo.
// Used by `npm start`, by the element tests and by the end-to-end tests.
import { startBackend } from './backend/index.mjs';
import { startLivekitServer } from './livekit-server/run.mjs';

/**
 * @typedef {object} Services
 * @property {import('./livekit-server/run.mjs').RunningLivekitServer | undefined} livekit
 * @property {Awaited<ReturnType<typeof startBackend>>} backend
 * @property {() => Promise<void>} close
 */

/**
 * @param {object} [options]
 * @param {boolean} [options.livekit] false: no livekit-server, for the simulated demo
 * @param {import('./livekit-server/run.mjs').Ways} [options.ways] by which livekit-server takes media
 * @param {number} [options.port] of the backend; any free one by default
 * @param {number} [options.tries] how many ports to try, counting up, when one is taken
 * @param {(text: string) => void} [options.say] told what is going on
 * @param {Omit<Parameters<typeof startBackend>[0], 'livekit' | 'port' | 'tries'>} [options.backend] more of the backend
 * @returns {Promise<Services>}
 */
export async function startServices({ livekit: real = true, ways, port = 0, tries = 1, say = console.error, backend: more } = {}) {
  const livekit = real ? await startLivekitServer({ say, ...(ways && { ways }) }) : undefined;
  try {
    const backend = await startBackend({ ...more, ...(livekit && { livekit }), port, tries });
    return {
      livekit,
      backend,
      close: async () => {
        await backend.close();
        await livekit?.stop();
      },
    };
  } catch (error) {
    await livekit?.stop();
    throw error;
  }
}
