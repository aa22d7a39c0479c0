// What is in the packs, and what is not.
import { readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { entriesOf, manifestOf, packs, readPacked } from './unpacked.ts';

/** Upper bounds in files and in kB of 1000 bytes, packed: generous, for what should not be in it at all. */
const BOUNDS: Readonly<Record<string, { readonly files: number; readonly kB: number }>> = {
  'visio-core': { files: 600, kB: 900 },
  'visio-element': { files: 1500, kB: 9000 }, // of which 4 MB are background effects' WebAssembly
  'visio-react': { files: 120, kB: 90 },
};

/** Whose types are in nobody's declarations, but at the escape hatch. */
const VENDORS = /^(livekit-client|@livekit\/.*|@preact\/.*|@mediapipe\/.*)$/;
const ESCAPE_HATCH = 'dist/engines/livekit/room.d.ts';

it('packs all three, of one version', () => {
  expect(packs.map(({ name }) => name)).toEqual(Object.keys(BOUNDS));
  expect(new Set(packs.map(({ version }) => version)).size).toBe(1);
});

describe.each(packs)('$name', ({ name, size, files }) => {
  const manifest = manifestOf(name);
  const paths = files.map(({ path }) => path);
  const modules = paths.filter((path) => /^dist\/(?!bundle\/).*\.js$/.test(path));
  const declarations = paths.filter((path) => path.endsWith('.d.ts'));

  it('has its licence, a README, and nothing that is not for those who use it', () => {
    const beside = paths.filter((path) => !path.startsWith('dist/'));
    expect(beside.filter((path) => path !== 'custom-elements.json' && !/^types\/.*\.d\.ts$/.test(path) && !/-data\.json$/.test(path) && !/^bridges\/\w+\.css$/.test(path)).sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(readPacked(name, 'LICENSE')).toBe(readFileSync('LICENSE', 'utf8'));
    expect(paths.filter((path) => /\.(browser-)?test\b|\.stories\b|(^|\/)testing\b|tsbuildinfo|(^|\/)\.|\.tsx?$(?<!\.d\.ts)/.test(path))).toEqual([]);
    const strange = paths.filter((path) => path.startsWith('dist/') && path !== 'dist/sbom.cdx.json' && !path.startsWith('dist/bundle/') && !/\.(js|js\.map|d\.ts)$/.test(path));
    expect(strange).toEqual([]);
  });

  it('is no larger than it should be', () => {
    expect(files.length).toBeLessThan(BOUNDS[name]!.files);
    expect(size / 1000).toBeLessThan(BOUNDS[name]!.kB);
  });

  it('says what npm and its readers need, and names no host', () => {
    expect(manifest).toMatchObject({ license: 'MIT', type: 'module', publishConfig: { access: 'public', provenance: true } });
    expect(JSON.stringify(manifest)).not.toMatch(/:\/\/|localhost|file:|workspace:/);
    // Ours go together: each asks for exactly the version that it was tested with.
    for (const [other, version] of Object.entries(manifest.dependencies).filter(([other]) => other.startsWith('visio-'))) {
      expect([other, version]).toEqual([other, manifest.version]);
    }
  });

  it('has a source map for each module, with the sources in it', () => {
    const code = paths.filter((path) => /^dist\/.*\.js$/.test(path) && !path.startsWith('dist/bundle/assets/'));
    for (const path of code) {
      const map = JSON.parse(readPacked(name, `${path}.map`)) as { sources: string[]; sourcesContent?: (string | null)[] };
      // A module that another only names again has no lines of its own.
      expect([path, map.sourcesContent?.filter((source) => typeof source === 'string').length ?? 0]).toEqual([path, map.sources.length]);
      expect(map.sources.filter((source) => source.startsWith('/') || /^\w+:/.test(source))).toEqual([]);
      expect(readPacked(name, path)).toContain(`//# sourceMappingURL=${posix.basename(path)}.map`);
    }
  });

  it('has declarations that name no vendor, but at the escape hatch', () => {
    const named = declarations.filter((path) => importsOf(readPacked(name, path)).some((from) => VENDORS.test(from)));
    expect(named).toEqual(name === 'visio-core' ? [ESCAPE_HATCH] : []);
  });

  it('has all declarations that its entries lead to, and depends on whom they import', () => {
    const seen = new Set<string>();
    const foreign = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      expect(paths).toContain(path);
      for (const from of importsOf(readPacked(name, path))) {
        if (from.startsWith('.')) visit(posix.join(dirname(path), from.replace(/\.js$/, '.d.ts')));
        else foreign.add(/^(@[^/]+\/)?[^/]+/.exec(from)![0]);
      }
    };
    for (const { types } of entriesOf(name)) visit(posix.normalize(types));
    const dependencies = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
    expect([...foreign].filter((other) => !dependencies.includes(other))).toEqual([]);
  });

  it('declares each module that does something when it is imported', () => {
    const declared = manifest.sideEffects === false ? [] : manifest.sideEffects;
    const acting = modules.filter((path) => actsOnImport(readPacked(name, path)));
    expect(acting.filter((path) => !declared.some((glob) => posix.matchesGlob(`./${path}`, glob)))).toEqual([]);
    // Those that register an element do: none of them, and the test has gone blind.
    if (name === 'visio-element') expect(acting).toContain('dist/index.js');
  });
});

/** What a module or its declarations import, and export from elsewhere. */
function importsOf(code: string): string[] {
  const text = code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...text.matchAll(/\b(?:from\s*|import\s*\(\s*|import\s+)(['"])([\w@./-]+)\1/g)].map(([, , from]) => from!);
}

/** Whether it calls something, or imports for the effect alone. Decorating its own classes is no effect on others. */
function actsOnImport(code: string): boolean {
  return parseAst(code).body.some((statement) => {
    if (statement.type === 'ImportDeclaration') return statement.specifiers.length === 0;
    if (statement.type !== 'ExpressionStatement' || 'directive' in statement) return false;
    const { expression } = statement;
    const call = expression.type === 'AssignmentExpression' ? expression.right : expression;
    return !(call.type === 'CallExpression' && call.callee.type === 'Identifier' && call.callee.name === '__decorate');
  });
}
