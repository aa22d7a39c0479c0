import type { Plugin } from 'rollup';

export function minify(module: boolean): Plugin[];
