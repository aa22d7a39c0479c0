// Gives element tests a real livekit-server, by commands that a test calls with
// `executeServerCommand` of @web/test-runner-commands:
//   'livekit:token'  { room, name?, identity?, ttl?, grants? } → { serverUrl, token }
//   'livekit:kill'   ends the server as a crash would
//   'livekit:start'  starts it again, with the same address and keys
import { randomUUID } from 'node:crypto';
import { createToken } from './backend/token.mjs';
import { startLivekitServer } from './livekit-server/run.mjs';

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function servicesPlugin() {
  /** @type {import('./livekit-server/run.mjs').RunningLivekitServer} */
  let livekit;

  return {
    name: 'visio-services',
    async serverStart() {
      livekit = await startLivekitServer();
    },
    async serverStop() {
      await livekit?.stop();
    },
    async executeCommand({ command, payload }) {
      switch (command) {
        case 'livekit:token': {
          const request = /** @type {import('./backend/token.mjs').TokenRequest} */ (payload);
          const token = await createToken(livekit, { ...request, identity: request.identity ?? randomUUID() });
          return { serverUrl: livekit.url, token };
        }
        case 'livekit:kill':
          await livekit.kill();
          return true;
        case 'livekit:start':
          await livekit.restart();
          return true;
      }
    },
  };
}
