// Runs a measurement in a network namespace of its own, whose loopback delays each packet. Nothing of the machine's
// network is touched, and what was made goes with the process.
import { join } from 'node:path';
import { root } from '../../dev/bootstrap.mjs';
import { run } from '../../dev/processes.mjs';

/** Root needs no user namespace, and may not be given one. */
const unshare = ['--net', ...(process.getuid?.() === 0 ? [] : ['--map-root-user'])];

/**
 * Browsers give media no way over loopback alone: they want an address that looks like one. The way from there to
 * the server is through loopback all the same.
 * @param {number} delay of each packet, in milliseconds
 */
const shape = (delay) =>
  [
    'ip link set lo up',
    `tc qdisc add dev lo root netem delay ${delay}ms limit 100000`,
    'ip link add bench0 type veth peer name bench1',
    'ip address add 192.0.2.10/24 dev bench0',
    'ip link set bench0 up',
    'ip link set bench1 up',
    'ip route add default via 192.0.2.1',
  ].join(' && ');

/** @returns {Promise<string | undefined>} undefined where it works */
export async function whyNoNamespace() {
  try {
    const { code, output } = await run('unshare', [...unshare, 'sh', '-c', shape(1)]);
    if (code === 0) return undefined;
    return `the system answers "${output.trim().split('\n').at(-1)}"`;
  } catch {
    return 'there is no unshare command';
  }
}

/**
 * @param {number} roundTrip
 * @param {string} network its name
 * @param {import('../run.mjs').Context} context
 */
export async function inNamespace(roundTrip, network, { options, say, add }) {
  const inside = [process.execPath, join(root, 'bench/network/inside.mjs'), network, JSON.stringify(options)];
  // Each packet is delayed once on each way.
  const script = `${shape(roundTrip / 2)} && exec "$@"`;
  const { code, output } = await run('unshare', [...unshare, 'sh', '-c', script, 'sh', ...inside], {
    cwd: root,
    onLine(line) {
      const sample = /^sample (.*)$/.exec(line)?.[1];
      if (sample) add(JSON.parse(sample));
      else if (line.startsWith('join,')) say(line);
    },
  });
  if (code !== 0) throw new Error(`The measurement in a network namespace failed:\n${output.split('\n').slice(-15).join('\n')}`);
}
