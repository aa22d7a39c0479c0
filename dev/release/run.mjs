// `npm run release -- --dry-run`: builds, checks and packs what a release would publish, and says what that is.
// Without `--dry-run` it publishes, with provenance: only from CI, only from a clean checkout, only what is versioned.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap.mjs';
import { npm } from '../processes.mjs';
import { obstacles } from './obstacles.mjs';
import { pack, workspaces } from './packs.mjs';
import { readJson } from './read-json.mjs';

const isDry = process.argv.includes('--dry-run');
const folder = join(root, '.cache/release');

const inTheWay = obstacles({
  isCI: Boolean(process.env.CI),
  changes: git('status', '--porcelain'),
  pending: pendingChangesets(),
  manifests: [...workspaces.values()].map((dir) => readJson(`${relative(root, dir)}/package.json`)),
});
if (!isDry && inTheWay.length > 0) {
  for (const reason of inTheWay) console.error(`Not published: ${reason}`);
  process.exit(1);
}

// What a former build left must not be published.
for (const dir of workspaces.values()) rmSync(join(dir, 'dist'), { recursive: true, force: true });
rmSync(folder, { recursive: true, force: true });
await script('build');
await script('lint');
await script('size');
await script('test:unit');
await script('test:packages');

const packs = await pack(folder);
for (const { name, version, file, size, files } of packs) {
  console.log(`\n${name} ${version}: ${relative(root, file)}, ${(size / 1000).toFixed(0)} kB, ${files.length} files`);
  if (isDry) continue;
  const { code } = await npm(['publish', file, '--provenance', '--access', 'public'], { cwd: root });
  if (code !== 0) process.exit(code);
}
if (isDry) {
  console.log('\nNothing was published.');
  for (const reason of inTheWay) console.log(`It would not be, from here: ${reason}`);
}

/** @param {string} name */
async function script(name) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const { code } = await npm(['run', '--silent', name], { cwd: root, env: { ...process.env, VISIO_UNMINIFIED: '' } });
  if (code !== 0) process.exit(code);
}

/** @param {string[]} args */
function git(...args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
}

/** Changes that have no version yet. */
function pendingChangesets() {
  return git('ls-files', '.changeset/*.md').split('\n').filter((file) => file && !file.endsWith('README.md'));
}
