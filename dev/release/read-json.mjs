import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

/** @param {string} file from the root */
export function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}
