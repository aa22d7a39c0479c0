// Runs in a network namespace: the joins, with servers of its own, on the pages that are built already.
import { startLivekitServer } from '../../dev/livekit-server/run.mjs';
import { whenEnded } from '../../dev/processes.mjs';
import { pages } from '../pages.mjs';
import { startServer } from '../server.mjs';
import { measureOn } from '../suites/join.mjs';

const [network = '', options = '{}'] = process.argv.slice(2);

whenEnded(() => {});
const livekit = await startLivekitServer({ say: () => undefined });
const server = await startServer(livekit);
await measureOn(network, {
  server,
  livekit,
  pages,
  options: JSON.parse(options),
  say: console.log,
  note: () => undefined,
  add: (sample) => console.log(`sample ${JSON.stringify(sample)}`),
});
await server.close();
await livekit.stop();
process.exit(0);
