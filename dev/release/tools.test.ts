// What two tools, which know how others read packages, say of ours.
import { readFileSync } from 'node:fs';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { describe, expect, it } from 'vitest';
import { entriesOf, manifestOf, packs } from './unpacked.ts';

describe.each(packs)('$name', ({ name, file }) => {
  it('has nothing that publint minds', async () => {
    const bytes = readFileSync(file);
    const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const { messages } = await publint({ pack: { tarball }, strict: true });
    expect(messages.map((message) => formatMessage(message, manifestOf(name), { color: false }))).toEqual([]);
  });

  it('has types that resolve to what runs, for everyone who reads ES modules', async () => {
    const analysis = await checkPackage(createPackageFromTarballData(readFileSync(file)), { excludeEntrypoints: ['./package.json', './custom-elements.json', /^\.\/types\//, /\.css$/] });
    if (!analysis.types) throw new Error('no types');
    // CommonJS gets ES modules from Node 20.19 on; what knows no `exports` finds the first entry alone.
    const readers = ['node16-esm', 'bundler'];
    const problems = analysis.problems.filter((problem) => !('resolutionKind' in problem) || readers.includes(problem.resolutionKind));
    expect(problems).toEqual([]);
    expect(Object.keys(analysis.entrypoints)).toEqual(entriesOf(name).map(({ subpath }) => subpath));
  });
});
