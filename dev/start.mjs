// `npm start`: a meeting between two browser tabs, through a real livekit-server, in one command.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, root } from './bootstrap.mjs';
import { npm, whenEnded } from './processes.mjs';

const help = `npm start [-- options]

Opens the demo: <visio-meeting> on a real livekit-server, both on this machine only.

  --port N      the demo's port (8080, or the next free one)
  --no-open     do not open the browser
  --simulated   no livekit-server: simulated participants, no camera needed
  --database F  keep the rooms in this file; by default they are forgotten at the end
  --help        this text
`;

/** A meeting that is there from the start. */
const meeting = 'abc-defg-hij';

const options = readOptions();
if (options.help) console.log(help);
else await main().catch(fail);

async function main() {
  await bootstrap();
  if (!isBuilt()) {
    console.log('Building …');
    if ((await npm(['run', '--silent', 'build'], { cwd: root })).code !== 0) throw new Error('The build failed.');
  }

  const services = await start();
  whenEnded(() => services.close(), 0);

  const { url } = services.backend;
  const link = services.livekit ? `${url}/?room=demo` : `${url}/?engine=simulated&scenario=team-9`;
  if (services.livekit) {
    console.log(`Took ${services.livekit.how}.`);
    console.log(`\n  Open ${link} in two tabs\n`);
    // One browser keeps other cookies for each of this machine's names, so that one can be two people in it.
    services.backend.room(meeting, { access_level: 'trusted' });
    console.log('Or a meeting of La Suite Meet, whose host lets guests in:\n');
    console.log(`  ${url}/${meeting}?as=olive  as its host`);
    console.log(`  ${url.replace('127.0.0.1', 'localhost')}/${meeting}?as=  as a guest\n`);
    console.log('In Firefox, first set media.peerconnection.ice.loopback to true in about:config.');
  } else {
    console.log(`\n  Open ${link} for a simulated meeting\n`);
  }
  console.log('Ctrl-C ends everything.');
  if (!options['no-open']) openBrowser(link);
  watch(services.livekit);
}

/** Whether nothing that the bundle is made of has changed since it was made. */
function isBuilt() {
  const bundle = join(root, 'packages/visio-element/dist/bundle/visio-element.js');
  if (!existsSync(bundle)) return false;
  const made = statSync(bundle).mtimeMs;
  const inputs = ['package-lock.json', 'rollup.config.mjs', 'tsconfig.base.json'];
  for (const name of readdirSync(join(root, 'packages'))) {
    const dir = join('packages', name);
    inputs.push(join(dir, 'package.json'), join(dir, 'tsconfig.json'), join(dir, 'src'));
    const files = readdirSync(join(root, dir, 'src'), { recursive: true, encoding: 'utf8' });
    inputs.push(...files.map((file) => join(dir, 'src', file))); // a folder's own time tells of what was deleted
  }
  return inputs.every((file) => statSync(join(root, file)).mtimeMs <= made);
}

/** Falls back to simulated participants where no livekit-server can be had. */
async function start() {
  const { NoLivekitServer } = await import('./livekit-server/find.mjs');
  const { startServices } = await import('./services.mjs');
  const backend = options.database ? { database: options.database } : {};
  const common = { port: options.port ?? 8080, tries: options.port ? 1 : 20, say: console.log, backend };
  try {
    return await startServices({ ...common, livekit: !options.simulated });
  } catch (error) {
    if (!(error instanceof NoLivekitServer)) throw error;
    console.log(`${error.message}\n\nUntil then, here is the same demo with simulated participants.`);
    return startServices({ ...common, livekit: false });
  }
}

/**
 * Says so if the livekit-server ends while the demo runs.
 * @param {import('./services.mjs').Services['livekit']} livekit
 */
function watch(livekit) {
  let alive = true;
  setInterval(() => {
    if (livekit && alive && !livekit.pid) console.error(`livekit-server has ended: see ${livekit.log}`);
    alive = Boolean(livekit?.pid);
  }, 1000);
}

/** @param {string} link */
function openBrowser(link) {
  const { platform, env } = process;
  if (env.CI || env.SSH_CONNECTION) return;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY) return;
  const [command, ...args] =
    platform === 'darwin' ? ['open'] : platform === 'win32' ? ['cmd', '/c', 'start', '""'] : ['xdg-open'];
  const address = platform === 'win32' ? link.replaceAll('&', '^&') : link;
  spawn(String(command), [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {}) // the link is printed anyway
    .unref();
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        simulated: { type: 'boolean', default: false },
        database: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
      throw new Error(`--port must be a number from 1 to 65535, not "${values.port}".`);
    }
    return { ...values, port };
  } catch (error) {
    return fail(new Error(`${/** @type {Error} */ (error).message}\n\n${help}`));
  }
}

/**
 * @param {Error} error
 * @returns {never}
 */
function fail(error) {
  console.error(error.message);
  process.exit(1);
}
