// The packs, as the tests look at them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpacked, type Pack } from './packs.mjs';

export const packs = JSON.parse(readFileSync(join(unpacked, 'packs.json'), 'utf8')) as readonly Pack[];

/** A file of an unpacked package. */
export function readPacked(name: string, path: string): string {
  return readFileSync(join(unpacked, 'node_modules', name, path), 'utf8');
}

/** Its package.json. */
export function manifestOf(name: string) {
  return JSON.parse(readPacked(name, 'package.json')) as {
    readonly version: string;
    readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
    readonly sideEffects: false | readonly string[];
    readonly dependencies: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
    readonly [field: string]: unknown;
  };
}

/** Each entry that has types: its subpath, and its declarations. */
export function entriesOf(name: string): { readonly subpath: string; readonly types: string; readonly code: string }[] {
  return Object.entries(manifestOf(name).exports).flatMap(([subpath, target]) =>
    typeof target === 'string' ? [] : [{ subpath, types: target.types, code: target.default }],
  );
}

export { unpacked };
