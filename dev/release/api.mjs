// `npm run api`: writes each package's whole public surface into docs/api/, so that a change of it shows in review. It is read
// from the declarations that are built: what each entry exports, and what those name.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../bootstrap.mjs';
import { analyze, elementsOf } from '../manifest/analyze.mjs';
import { readJson } from './read-json.mjs';

const HEAD = 'What this package promises. Written by `npm run api`, which is run again when the change is meant.';
/** What is read from the manifest: most custom properties of an element are tokens. */
const elements = elementsOf(analyze());
/** What belongs to an element without being a member of its class. */
const TAGS = ['attr', 'slot', 'csspart', 'cssstate', 'fires'];
const printer = ts.createPrinter({ removeComments: true });

/**
 * @typedef {object} Surface
 * @property {string} entry `visio-core/reactive`
 * @property {Map<string, ts.Symbol>} exported
 * @property {Map<string, ts.Symbol>} named what those name without its being exported
 */

/**
 * @param {string} dir of a package, from the root
 * @returns {{ surfaces: Surface[], checker: ts.TypeChecker }}
 */
function readSurfaces(dir) {
  const { name, exports } = readJson(`${dir}/package.json`);
  const entries = Object.entries(exports).flatMap(([subpath, target]) => (target.types ? [{ entry: name + subpath.slice(1), file: join(root, dir, target.types) }] : []));
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, jsx: ts.JsxEmit.ReactJSX, lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'], types: [], strict: true, skipLibCheck: true };
  const program = ts.createProgram(entries.map(({ file }) => file), options);
  const checker = program.getTypeChecker();
  const surfaces = entries.map(({ entry, file }) => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    if (!module) throw new Error(`${file} is not built. Run \`npm run types\`.`);
    const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, resolve(symbol, checker)]));
    return { entry, exported, named: namedBy(exported, join(root, dir), checker) };
  });
  return { surfaces, checker };
}

/**
 * The report of a package.
 * @param {string} dir
 */
export function report(dir) {
  const { surfaces, checker } = readSurfaces(dir);
  const home = new Map();
  for (const { entry, exported } of surfaces) for (const symbol of exported.values()) if (!home.has(symbol)) home.set(symbol, entry);
  const parts = surfaces.map(({ entry, exported, named }) => {
    const own = sorted(exported).filter(([, symbol]) => home.get(symbol) === entry);
    const others = sorted(exported).filter(([, symbol]) => home.get(symbol) !== entry).map(([name, symbol]) => `export { ${name} }; // as ${home.get(symbol)}`);
    // What another entry exports is in its part.
    const inner = sorted(named).filter(([, symbol]) => !home.has(symbol));
    for (const [, symbol] of inner) home.set(symbol, entry);
    const sections = [
      `## ${entry}\n`,
      fence([...others, ...own.map(([name, symbol]) => print(name, symbol, checker))]),
      ...(inner.length > 0 ? [`\nNamed by these, and not exported:\n`, fence(inner.map(([name, symbol]) => printKeys(symbol) ?? print(name, symbol, checker)))] : []),
    ];
    return sections.join('\n');
  });
  return `# ${readJson(`${dir}/package.json`).name}\n\n${HEAD}\n\n${parts.join('\n\n')}\n`;
}

/**
 * What has no docstring: `visio-core: Meeting.leave`. Of what an entry exports, and of those members of classes and interfaces
 * whose name and type do not say it all: what is called, and what is measured, in some unit.
 * @param {string} dir
 * @returns {string[]}
 */
export function undocumented(dir) {
  const { surfaces, checker } = readSurfaces(dir);
  /** @type {Set<string>} */
  const missing = new Set();
  for (const { entry, exported } of surfaces) {
    for (const [name, symbol] of exported) {
      if (!isDocumented(symbol, checker)) missing.add(`${entry}: ${name}`);
      for (const member of symbol.members?.values() ?? []) {
        // A constructor is said of with its class.
        if (isPublicMember(member) && isCalledOrMeasured(checker.getTypeOfSymbol(member)) && !isDocumented(member, checker)) missing.add(`${entry}: ${name}.${member.name}`);
      }
    }
  }
  return [...missing];
}

/** @param {ts.Symbol} member */
function isPublicMember(member) {
  const declaration = member.declarations?.[0];
  if (!declaration || !(ts.isClassElement(declaration) || ts.isTypeElement(declaration))) return false;
  return !ts.isConstructorDeclaration(declaration) && !isPrivate(/** @type {ts.ClassElement} */ (declaration));
}

/** @param {ts.Type} type */
function isCalledOrMeasured(type) {
  const types = type.isUnion() ? type.types : [type];
  return types.some((each) => each.getCallSignatures().length > 0 || (each.flags & ts.TypeFlags.Number) !== 0);
}

/**
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 */
function isDocumented(symbol, checker) {
  return symbol.getDocumentationComment(checker).length > 0;
}

/** @param {string[]} declarations */
function fence(declarations) {
  return ['```ts', declarations.join('\n\n'), '```'].join('\n');
}

/**
 * @param {string} name as it is exported
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 */
function print(name, symbol, checker) {
  const declarations = publicDeclarations(symbol).map((declaration) => {
    const text = printer.printNode(ts.EmitHint.Unspecified, withoutPrivate(declaration), declaration.getSourceFile());
    return text.replace(/^(export |declare |default )+/, '');
  });
  const tags = symbol.getJsDocTags(checker).filter((tag) => TAGS.includes(tag.name));
  const element = symbol.flags & ts.SymbolFlags.Class ? elements.find((each) => each.name === symbol.name) : undefined;
  const named = [
    ...tags.map(({ name: tag, text }) => `// @${tag} ${ts.displayPartsToString(text).split(/ - |\n/)[0]?.trim()}`),
    ...(element?.cssProperties ?? []).map((property) => `// @cssprop ${property.name}`),
  ].sort();
  const renamed = symbol.name === name ? [] : [`// as ${name}`];
  return [...renamed, ...declarations, ...named].join('\n');
}

/**
 * A constant that is only named, as in `keyof typeof texts`, is its keys: words may change without the surface changing.
 * @param {ts.Symbol} symbol
 */
function printKeys(symbol) {
  const type = constantType(symbol);
  if (!type) return undefined;
  const keys = type.members.map((member) => {
    const key = member.name?.getText() ?? '';
    const isChoice = member && ts.isPropertySignature(member) && member.type && ts.isTypeOperatorNode(member.type);
    return `    ${key}${isChoice ? `: ${member.type.getText()}` : ''};`;
  });
  return `const ${symbol.name}: {\n${keys.sort().join('\n')}\n}`;
}

/** @param {ts.Symbol} symbol */
function constantType(symbol) {
  const declaration = symbol.declarations?.[0];
  if (!declaration || !ts.isVariableDeclaration(declaration) || !declaration.type) return undefined;
  return ts.isTypeLiteralNode(declaration.type) ? declaration.type : undefined;
}

/** @param {ts.Symbol} symbol */
function publicDeclarations(symbol) {
  return (symbol.declarations ?? []).map((declaration) => (ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration));
}

/** @param {ts.Node} declaration */
function withoutPrivate(declaration) {
  if (!ts.isClassDeclaration(declaration)) return declaration;
  const members = declaration.members.filter((member) => !isPrivate(member));
  return ts.factory.updateClassDeclaration(declaration, declaration.modifiers, declaration.name, declaration.typeParameters, declaration.heritageClauses, members);
}

/** @param {ts.ClassElement} member */
function isPrivate(member) {
  if (member.name && ts.isPrivateIdentifier(member.name)) return true;
  return (ts.getCombinedModifierFlags(member) & (ts.ModifierFlags.Private | ts.ModifierFlags.Protected)) !== 0;
}

/**
 * @param {Map<string, ts.Symbol>} exported
 * @param {string} home
 * @param {ts.TypeChecker} checker
 */
function namedBy(exported, home, checker) {
  /** @type {Map<string, ts.Symbol>} */
  const named = new Map();
  const seen = new Set(exported.values());
  const queue = [...seen];
  for (const symbol of queue) {
    if (named.get(symbol.name) === symbol && constantType(symbol)) continue;
    for (const declaration of symbol.declarations ?? []) {
      /** @param {ts.Node} node */
      const visit = (node) => {
        if (ts.isClassElement(node) && isPrivate(node)) return;
        if (ts.isIdentifier(node)) {
          const found = checker.getSymbolAtLocation(node);
          const other = found && resolve(found, checker);
          const isOurs = other?.declarations?.some((each) => isTopLevel(each) && each.getSourceFile().fileName.startsWith(`${home.replaceAll('\\', '/')}/`));
          if (other && isOurs && !seen.has(other)) {
            seen.add(other);
            queue.push(other);
            named.set(other.name, other);
          }
        }
        ts.forEachChild(node, visit);
      };
      visit(declaration);
    }
  }
  return named;
}

/** @param {ts.Declaration} declaration */
function isTopLevel(declaration) {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return ts.isSourceFile(statement.parent);
}

/**
 * @param {ts.Symbol} symbol
 * @param {ts.TypeChecker} checker
 */
function resolve(symbol, checker) {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** @param {Map<string, ts.Symbol>} symbols */
function sorted(symbols) {
  return [...symbols].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** @param {string} dir */
export function reportFile(dir) {
  return join(root, 'docs/api', `${readJson(`${dir}/package.json`).name}.api.md`);
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(join(root, 'docs/api'), { recursive: true });
  for (const dir of readJson('package.json').workspaces) writeFileSync(reportFile(dir), report(dir));
}
