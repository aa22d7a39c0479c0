/** What HTML and frameworks' templates say of our elements, as their own compilers read it. */
import { parseTemplate } from '@angular/compiler';
import { parse as parseHtml, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { compile as compileSvelte, parse as parseSvelte } from 'svelte/compiler';
import { compileScript, compileTemplate, parse as parseVue } from 'vue/compiler-sfc';

/** One element, as an example has it. */
export interface Use {
  readonly tag: string;
  /** With their values, where they are words. */
  readonly attributes: ReadonlyMap<string, string | null>;
  readonly properties: readonly string[];
  readonly events: readonly string[];
  /** The element around it. */
  readonly parent: string | null;
}

export interface Read {
  readonly uses: readonly Use[];
  readonly errors: readonly string[];
  /** Code that is run, each with the line of the example where it begins. */
  readonly scripts: readonly { readonly line: number; readonly code: string }[];
}

export function readHtml(code: string): Read {
  const errors: string[] = [];
  const uses: Use[] = [];
  const scripts: { line: number; code: string }[] = [];
  const options = { sourceCodeLocationInfo: true, onParseError: ({ code: what, startLine }: { code: string; startLine: number }) => void errors.push(`${startLine} ${what}`) };
  const visit = (node: DefaultTreeAdapterTypes.ParentNode | DefaultTreeAdapterTypes.ChildNode, parent: string | null) => {
    if ('tagName' in node) {
      uses.push({ tag: node.tagName, attributes: new Map(node.attrs.map(({ name, value }) => [name, value])), properties: [], events: [], parent });
      const [text] = node.childNodes;
      if (node.tagName === 'script' && text && 'value' in text) scripts.push({ line: (text.sourceCodeLocation?.startLine ?? 1) - 1, code: text.value });
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child, 'tagName' in node ? node.tagName : parent);
  };
  visit(/^\s*<!doctype/i.test(code) ? parseHtml(code, options) : parseFragment(code, options), null);
  return { uses, errors, scripts };
}

interface VueNode {
  readonly type: number;
  readonly tag?: string;
  readonly props?: readonly VueProp[];
  readonly children?: readonly VueNode[];
}

interface VueProp {
  readonly name: string;
  readonly value?: { readonly content: string };
  readonly arg?: { readonly content: string };
  readonly modifiers?: readonly { readonly content: string }[];
}

const isVisio = (tag: string) => tag.startsWith('visio-');

export function readVue(code: string): Read {
  const options = { isCustomElement: isVisio };
  const { descriptor, errors } = parseVue(code, { templateParseOptions: options });
  const found: { readonly message: string }[] = [...errors];
  const { scriptSetup, template } = descriptor;
  let bindings: ReturnType<typeof compileScript>['bindings'];
  try {
    if (scriptSetup) ({ bindings } = compileScript(descriptor, { id: 'example' }));
  } catch (error) {
    found.push(error as Error);
  }
  const compiled = template && compileTemplate({ id: 'example', filename: 'example.vue', source: template.content, compilerOptions: { ...options, ...(bindings && { bindingMetadata: bindings }) } });
  for (const error of compiled?.errors ?? []) found.push(typeof error === 'string' ? { message: error } : error);
  const uses: Use[] = [];
  const visit = ({ tag, props = [], children = [] }: VueNode, parent: string | null) => {
    if (tag) {
      const bound = props.filter(({ name, arg }) => name === 'bind' && arg);
      const isProperty = ({ modifiers }: VueProp) => modifiers?.some(({ content }) => content === 'prop') === true;
      uses.push({
        tag,
        parent,
        attributes: new Map([
          ...props.filter(({ arg, value }) => !arg && value).map(({ name, value }) => [name, value!.content] as const),
          ...bound.filter((each) => !isProperty(each)).map(({ arg }) => [arg!.content, null] as const),
        ]),
        properties: bound.filter(isProperty).map(({ arg }) => arg!.content),
        events: props.filter(({ name, arg }) => name === 'on' && arg).map(({ arg }) => arg!.content),
      });
    }
    for (const child of children) visit(child, tag ?? parent);
  };
  if (template?.ast) visit(template.ast as unknown as VueNode, null);
  return { uses, errors: found.map(({ message }) => message), scripts: scriptSetup ? [{ line: scriptSetup.loc.start.line - 1, code: scriptSetup.content }] : [] };
}

export function readSvelte(code: string): Read {
  const errors: string[] = [];
  try {
    errors.push(...compileSvelte(code, { generate: 'client' }).warnings.map(({ message }) => message));
  } catch (error) {
    return { uses: [], errors: [(error as Error).message], scripts: [] };
  }
  const { fragment, instance } = parseSvelte(code, { modern: true });
  const uses: Use[] = [];
  const visit = (node: (typeof fragment.nodes)[number], parent: string | null) => {
    if (node.type !== 'RegularElement') return;
    const given = node.attributes.flatMap((each) => (each.type === 'Attribute' ? [each] : []));
    const isEvent = ({ name }: { readonly name: string }) => name.startsWith('on');
    const textOf = (value: (typeof given)[number]['value']) => {
      const [part] = Array.isArray(value) ? value : [];
      return part?.type === 'Text' ? part.data : null;
    };
    const isText = (each: (typeof given)[number]) => each.value === true || textOf(each.value) !== null;
    uses.push({
      tag: node.name,
      parent,
      attributes: new Map(given.filter((each) => !isEvent(each) && isText(each)).map(({ name, value }) => [name, textOf(value)])),
      properties: given.filter((each) => !isEvent(each) && !isText(each)).map(({ name }) => name),
      events: given.filter(isEvent).map(({ name }) => name.slice(2)),
    });
    for (const child of node.fragment.nodes) visit(child, node.name);
  };
  for (const node of fragment.nodes) visit(node, null);
  const [start, end] = instance ? [(instance.content as unknown as { start: number }).start, (instance.content as unknown as { end: number }).end] : [0, 0];
  return { uses, errors, scripts: instance ? [{ line: code.slice(0, start).split('\n').length - 1, code: code.slice(start, end) }] : [] };
}

interface AngularNode {
  readonly name?: string;
  readonly attributes?: readonly { readonly name: string; readonly value: string }[];
  readonly inputs?: readonly { readonly name: string; readonly keySpan?: { toString(): string } }[];
  readonly outputs?: readonly { readonly name: string }[];
  readonly children?: readonly AngularNode[];
}

/** The templates in a component's decorator. */
export function readAngular(code: string): Read {
  const templates = [...code.matchAll(/\btemplate:\s*(['"`])(.*?)\1/gs)].map(([, , text]) => text!);
  const uses: Use[] = [];
  const errors: string[] = templates.length === 0 && /@Component/.test(code) ? ['no template is found in it'] : [];
  const visit = ({ name, attributes = [], inputs = [], outputs = [], children = [] }: AngularNode, parent: string | null) => {
    if (name) {
      const isAttribute = ({ keySpan }: { readonly keySpan?: { toString(): string } }) => keySpan?.toString().startsWith('attr.') === true;
      uses.push({
        tag: name,
        parent,
        attributes: new Map([...attributes.map((each) => [each.name, each.value] as const), ...inputs.filter(isAttribute).map((each) => [each.name, null] as const)]),
        properties: inputs.filter((each) => !isAttribute(each)).map((each) => each.name),
        events: outputs.map((each) => each.name),
      });
    }
    for (const child of children) visit(child, name ?? parent);
  };
  for (const template of templates) {
    const parsed = parseTemplate(template, 'example.html');
    errors.push(...(parsed.errors ?? []).map(({ msg }) => msg));
    for (const node of parsed.nodes) visit(node as unknown as AngularNode, null);
  }
  return { uses, errors, scripts: [] };
}
