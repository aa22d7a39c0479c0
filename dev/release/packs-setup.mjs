// Packs once for all tests.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packAndUnpack, unpacked } from './packs.mjs';

export async function setup() {
  writeFileSync(join(unpacked, 'packs.json'), JSON.stringify(await packAndUnpack()));
}
