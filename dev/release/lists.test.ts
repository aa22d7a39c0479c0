// What lies beside the packages' code: hashes, and bills of materials.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { importMap } from './import-map.mjs';
import { sbomOfPackage } from './sbom.mjs';
import { packs, readPacked, unpacked } from './unpacked.ts';

const bundle = join(unpacked, 'node_modules/visio-element/dist/bundle');
const bundled = packs.find(({ name }) => name === 'visio-element')!.files.flatMap(({ path }) => (path.startsWith('dist/bundle/') ? [path.slice('dist/bundle/'.length)] : []));

interface Sbom {
  readonly metadata: { readonly component: { readonly 'bom-ref': string; readonly name: string; readonly version: string } };
  readonly components: readonly { readonly 'bom-ref': string; readonly type: string; readonly name: string; readonly purl?: string; readonly hashes?: readonly { readonly content: string }[]; readonly licenses: readonly object[] }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

describe('the bundle', () => {
  const integrity = JSON.parse(readPacked('visio-element', 'dist/bundle/integrity.json')) as Record<string, string>;

  it('has the hash of each file that a page may load', () => {
    expect(Object.keys(integrity)).toEqual(bundled.filter((file) => !/\.(map|json|txt)$/.test(file)).sort());
    for (const [file, hash] of Object.entries(integrity)) {
      expect(`${file} sha384-${createHash('sha384').update(readFileSync(join(bundle, file))).digest('base64')}`).toBe(`${file} ${hash}`);
    }
  });

  it('finds its files by relative paths', () => {
    const modules = bundled.filter((file) => /^[^/]+\.js$/.test(file) && file !== 'visio-element.all.js');
    let later = 0;
    for (const file of modules) {
      const code = readFileSync(join(bundle, file), 'utf8');
      const from: unknown[] = parseAst(code).body.flatMap((statement) => ('source' in statement && statement.source ? [statement.source.value] : []));
      const dynamic = [...code.matchAll(/\bimport\(\s*(["'`])([^"'`]*)\1/g)].map(([, , path]) => path);
      later += dynamic.length;
      for (const path of [...from, ...dynamic]) {
        expect(path).toMatch(/^\.\/[\w.-]+\.js$/);
        expect(modules).toContain(String(path).slice(2));
      }
    }
    expect(later).toBeGreaterThan(20);
  });

  it('is also one classic script that fetches no code', () => {
    const { body } = parseAst(readFileSync(join(bundle, 'visio-element.all.js'), 'utf8'));
    expect(body.some(({ type }) => type === 'ImportDeclaration' || type.startsWith('Export'))).toBe(false);
    const code = readFileSync(join(bundle, 'visio-element.all.js'), 'utf8');
    expect(code).not.toMatch(/\bimport\(|import\.meta/);
    for (const name of ['visio-meeting', 'visio-call-button', 'createMeeting', 'livekit-room']) expect(code).toContain(name);
  });

  it('gives an import map for any place, and what a policy needs to allow it', () => {
    const { html, csp } = importMap(integrity, '/visio/1.2.3');
    const json = /^<script type="importmap">(.*)<\/script>$/s.exec(html)![1]!;
    const map = JSON.parse(json) as { imports: Record<string, string>; integrity: Record<string, string> };
    expect(map.imports).toMatchObject({ 'visio-element': '/visio/1.2.3/visio-element.js', 'visio-core': '/visio/1.2.3/visio-core.js' });
    expect(map.integrity['/visio/1.2.3/call-ring.js']).toBe(integrity['call-ring.js']);
    expect(Object.keys(map.integrity).filter((file) => !/^\/visio\/1\.2\.3\/[^/]+\.js$/.test(file))).toEqual([]);
    expect(csp).toBe(`'sha256-${createHash('sha256').update(json).digest('base64')}'`);
    expect(() => importMap(integrity, '/"></script>')).toThrow();
  });
});

describe('bills of materials', () => {
  const bills: [string, string][] = [...packs.map(({ name }): [string, string] => [name, 'dist/sbom.cdx.json']), ['visio-element', 'dist/bundle/sbom.cdx.json']];
  const of = (name: string, path: string) => JSON.parse(readPacked(name, path)) as Sbom;

  it.each(bills)('%s: %s', (name, path) => {
    const bill = of(name, path);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata: { component: { name, version: packs[0]!.version } } });
    // The same build gives the same bytes.
    expect(readPacked(name, path)).not.toMatch(/timestamp|serialNumber/);
    const refs = [bill.metadata.component['bom-ref'], ...bill.components.map((component) => component['bom-ref'])];
    expect(new Set(refs).size).toBe(refs.length);
    for (const { ref, dependsOn } of bill.dependencies) expect([ref, ...dependsOn].filter((other) => !refs.includes(other))).toEqual([]);
    for (const component of bill.components) {
      expect(JSON.stringify(component.licenses)).toMatch(/"(id|expression)":"[\w(]/);
      // Ours have none before they are published.
      if (!component.name.startsWith('visio-')) expect(component.hashes?.[0]?.content).toMatch(/^[0-9a-f]{96,128}$/);
    }
  });

  it.each(bills)('%s: %s is what the schema of CycloneDX allows', async (name, path) => {
    const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
    const text = readPacked(name, path);
    expect(await validator.validate(text)).toBeNull();
    // It is told of what is not: a field that there is none of, and a licence of no list.
    expect(await validator.validate(text.replace('"bomFormat"', '"format"'))).not.toBeNull();
    expect(await validator.validate(text.replace('"id": "MIT"', '"id": "Ours"'))).not.toBeNull();
  });

  it('says the same twice', () => {
    for (const { name } of packs) expect(sbomOfPackage(`packages/${name}`)).toBe(readPacked(name, 'dist/sbom.cdx.json'));
  });

  it('names what is installed with a package, and what is in the bundle', () => {
    const purls = (bill: Sbom) => bill.components.map((component) => component.name);
    expect(purls(of('visio-core', 'dist/sbom.cdx.json'))).toEqual(expect.arrayContaining(['livekit-client', '@livekit/protocol', '@mediapipe/tasks-vision', '@preact/signals-core']));
    expect(purls(of('visio-react', 'dist/sbom.cdx.json'))).toEqual(expect.arrayContaining(['visio-core', 'visio-element', 'lit', 'livekit-client']));
    const bundle = of('visio-element', 'dist/bundle/sbom.cdx.json');
    expect(purls(bundle)).toEqual(expect.arrayContaining(['livekit-client', 'lit-html', 'visio-core', 'sdp']));
    expect(bundle.components.filter(({ type }) => type === 'file').map(({ name }) => name.replace(/^.*\//, ''))).toEqual(['selfie_segmenter_landscape.tflite', 'vision_wasm_internal.js', 'vision_wasm_internal.wasm']);
    // What builds and tests it is not in it.
    for (const path of ['dist/sbom.cdx.json', 'dist/bundle/sbom.cdx.json']) expect(purls(of('visio-element', path))).not.toContain('rollup');
  });
});
