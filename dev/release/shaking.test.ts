// What a page gets for what it imports: one thing from a package does not bring the rest.
import { build, type BuildOptions } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { unpacked } from './unpacked.ts';

/** livekit-client's name for a logger of its own: it is in every build of it, and in nothing else. */
const LIVEKIT = 'livekit-room';

const options = {
  bundle: true,
  minify: true,
  format: 'esm',
  outdir: 'out',
  write: false,
  external: ['react', 'react/jsx-runtime'],
  logLevel: 'silent',
} satisfies BuildOptions;

const entry = (contents: string) => ({ stdin: { contents, resolveDir: unpacked } });

/** Everything that the code can ever use, minified. */
async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({ ...options, ...entry(code) });
  return outputFiles[0]!.text;
}

/** What is fetched at once, and how many files there are for later. */
async function split(code: string): Promise<{ readonly text: string; readonly later: number }> {
  const { outputFiles, metafile } = await build({ ...options, ...entry(code), splitting: true, metafile: true });
  const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
  const texts = new Map(outputFiles.map(({ path, text }) => [nameOf(path), text]));
  const atOnce = new Set<string>();
  const visit = (file: string) => {
    if (atOnce.has(file)) return;
    atOnce.add(file);
    for (const { path, kind } of metafile.outputs[file]!.imports) if (kind === 'import-statement' && path in metafile.outputs) visit(path);
  };
  visit(Object.keys(metafile.outputs).find((file) => metafile.outputs[file]!.entryPoint === '<stdin>')!);
  return { text: [...atOnce].map((file) => texts.get(nameOf(file))).join('\n'), later: texts.size - atOnce.size };
}

describe('one thing', () => {
  it.each([
    ['visio-core', 'isVisioError', 1_000],
    ['visio-core', 'VisioErrorCode', 3_000],
    ['visio-core', 'staticBackend', 1_000],
    ['visio-core', 'tokenEndpointBackend', 6_000],
    ['visio-core', 'meterLevel', 2_000],
    ['visio-core/reactive', 'signal', 8_000],
    ['visio-core/engines/livekit/room', 'livekitRoom', 500],
    ['visio-element/elements', 'VisioErrorEvent', 1_500],
    ['visio-react', 'useReadable', 1_000],
  ])('%s: %s', async (from, what, limit) => {
    const text = await bundle(`import { ${what} } from '${from}'; globalThis.probe = ${what};`);
    expect(text.length).toBeLessThan(limit);
    expect(text).toContain('globalThis.probe=');
    expect(text).not.toContain(LIVEKIT);
  });
});

it('takes nothing of what is named and not used', async () => {
  for (const from of ['visio-core', 'visio-core/reactive', 'visio-core/i18n', 'visio-element/elements', 'visio-react']) {
    expect([from, await bundle(`import * as all from '${from}';`)]).toEqual([from, '']);
  }
});

it('keeps what registers an element, though nothing of it is named', async () => {
  expect(await bundle(`import 'visio-element';`)).toContain('"visio-meeting"');
  expect(await bundle(`import 'visio-element/call-button';`)).toContain('"visio-call-button"');
});

it('leaves livekit-client for later', async () => {
  for (const code of [`import { createMeeting } from 'visio-core'; globalThis.probe = createMeeting;`, `import 'visio-element';`, `import { VisioMeeting } from 'visio-react'; globalThis.probe = VisioMeeting;`]) {
    const { text, later } = await split(code);
    expect(text).not.toContain(LIVEKIT);
    expect(later).toBeGreaterThan(5);
  }
});
