// Runs a command for a parent that holds the other end of our IPC channel, and ends it when that parent is gone,
// however it went: a server started for a test or a demo never outlives it.
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });

child.once('spawn', () => process.send?.({ pid: child.pid }));
child.once('error', (error) => {
  console.error(error.message);
  process.exit(127);
});
child.once('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));

// Ctrl-C reaches the whole process group. We stay, to see to the end of the server.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

process.once('disconnect', () => {
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGTERM'), 300); // livekit-server waits for its participants to leave, unless asked twice
  setTimeout(() => child.kill('SIGKILL'), 2000);
});
