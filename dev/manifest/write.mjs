// `npm run manifest`: writes the custom-elements manifest, and everything that is made from it. Part of each build.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { analyze } from './analyze.mjs';
import { builtOutputs, keptOutputs } from './outputs.mjs';

const manifest = analyze();
for (const [file, text] of [...keptOutputs(manifest), ...builtOutputs(manifest)]) {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
