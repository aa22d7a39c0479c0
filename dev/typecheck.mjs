// What the compiler says of code that is in no file: of a guide's, or of a test's.
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { root } from './bootstrap.mjs';

/**
 * @param {ReadonlyMap<string, string>} codes by the paths, from the root, where they would be
 * @param {ts.CompilerOptions} [options]
 * @returns {string[]} one line for each error: path, line and message
 */
export function typeErrors(codes, options = {}) {
  const files = new Map([...codes].map(([path, code]) => [join(root, path), code]));
  const folders = new Set([...files.keys()].map(dirname));
  const all = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    jsx: ts.JsxEmit.ReactJSX,
    types: [],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    ...options,
  };
  const host = ts.createCompilerHost(all);
  const { getSourceFile, fileExists, readFile, directoryExists } = host;
  host.getSourceFile = (path, version) => {
    const code = files.get(path);
    return code === undefined ? getSourceFile(path, version) : ts.createSourceFile(path, code, version, true);
  };
  host.fileExists = (path) => files.has(path) || fileExists(path);
  host.readFile = (path) => files.get(path) ?? readFile(path);
  host.directoryExists = (path) => folders.has(path) || directoryExists?.(path) === true;

  const program = ts.createProgram([...files.keys()], all, host);
  return [...files.keys()].flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(({ start = 0, messageText }) => {
      const line = (source?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
      return `${relative(root, path).replaceAll('\\', '/')}:${line} ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    });
  });
}
