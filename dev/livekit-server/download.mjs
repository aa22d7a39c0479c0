// Downloads the official release. Nothing is unpacked before its SHA-256 is the pinned one.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes.mjs';
import { cacheDir, program, releases, version } from './version.mjs';

/**
 * @param {(text: string) => void} say
 * @returns {Promise<string>} the path of the program, in the project's cache
 */
export async function download(say) {
  const platform = `${process.platform}-${process.arch}`;
  const release = releases[platform];
  if (!release) throw new Error(`no digest is pinned for ${platform}, so it could not be checked`);

  const url = `https://github.com/livekit/livekit/releases/download/v${version}/${release.archive}`;
  say(`Downloading ${url} …`);
  const response = await fetch(url, { signal: AbortSignal.timeout(300_000) }).catch((error) => {
    throw new Error(`${url} is out of reach (${error.cause?.code ?? error.message})`);
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  const archive = Buffer.from(await response.arrayBuffer());
  const sha256 = createHash('sha256').update(archive).digest('hex');
  if (sha256 !== release.sha256) throw new Error(`its SHA-256 is ${sha256}, not the pinned ${release.sha256}`);

  await mkdir(cacheDir, { recursive: true });
  const dir = await mkdtemp(join(cacheDir, 'unpack-'));
  try {
    await writeFile(join(dir, release.archive), archive);
    const { code, output } = await run('tar', ['-xf', release.archive], { cwd: dir }); // Windows' tar reads zip too
    if (code !== 0) throw new Error(`tar could not unpack it: ${output.trim()}`);
    const path = join(cacheDir, program);
    await rename(join(dir, program), path);
    return path;
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
