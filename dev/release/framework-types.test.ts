// The types that we add to frameworks, as their own types take them, from what npm packs.
import { relative } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { root } from '../bootstrap.mjs';
import { typeErrors } from '../typecheck.mjs';
import { unpacked } from './unpacked.ts';

interface Framework {
  readonly name: string;
  readonly file: string;
  readonly options?: ts.CompilerOptions;
  /** Code that uses both elements; each line after `// Wrong:` must be refused. */
  readonly code: string;
}

/** What an editor makes of a template, for frameworks whose templates are not TypeScript. */
const frameworks: readonly Framework[] = [
  {
    name: 'react',
    file: 'react.tsx',
    code: `
      export const right = <>
        <visio-meeting server-url="wss://a.example" texts={{}} skip-lobby className="call" onvisio-left={(event) => event.detail.reason satisfies string} ref={(element) => void element?.join()} />
        <visio-call-button url="https://a.example/b" onvisio-call-link={({ detail }) => detail.url.length} />
      </>;
      // Wrong:
      export const intent = <visio-meeting intent="sleep" />;
      export const event = <visio-meeting onvisio-left={(event: MouseEvent) => event.x} />;
      export const name = <visio-call-button where="there" />;`,
  },
  {
    name: 'preact',
    file: 'preact.tsx',
    options: { jsxImportSource: 'preact' },
    code: `
      export const right = <>
        <visio-meeting server-url="wss://a.example" texts={{}} skip-lobby class="call" onvisio-left={(event) => event.detail.reason satisfies string} ref={(element) => void element?.join()} />
        <visio-call-button url="https://a.example/b" onvisio-call-link={({ detail }) => detail.url.length} />
      </>;
      // Wrong:
      export const intent = <visio-meeting intent="sleep" />;
      export const event = <visio-meeting onvisio-left={(event: MouseEvent) => event.x} />;
      export const name = <visio-call-button where="there" />;`,
  },
  {
    name: 'solid',
    file: 'solid.tsx',
    options: { jsx: ts.JsxEmit.Preserve, jsxImportSource: 'solid-js' },
    code: `
      export const right = <>
        <visio-meeting server-url="wss://a.example" prop:texts={{}} skip-lobby class="call" on:visio-left={(event) => event.detail.reason satisfies string} ref={(element) => void element.join()} />
        <visio-call-button url="https://a.example/b" on:visio-call-link={({ detail }) => detail.url.length} />
      </>;
      // Wrong:
      export const intent = <visio-meeting intent="sleep" />;
      export const event = <visio-meeting on:visio-left={(event: MouseEvent) => event.x} />;
      export const name = <visio-call-button where="there" />;`,
  },
  {
    name: 'vue',
    file: 'vue.ts',
    code: `
      import type { GlobalComponents } from 'vue';
      type Props<Tag extends keyof GlobalComponents> = GlobalComponents[Tag] extends new () => { $props: infer Props } ? Props : never;
      export const meeting: Props<'visio-meeting'> = { 'server-url': 'wss://a.example', texts: {}, skipLobby: true, class: 'call', onVisioLeft: (event) => event.detail.reason satisfies string };
      export const button: Props<'visio-call-button'> = { url: 'https://a.example/b', onVisioCallLink: ({ detail }) => detail.url.length };
      // Wrong:
      export const intent: Props<'visio-meeting'> = { intent: 'sleep' };
      export const event: Props<'visio-meeting'> = { onVisioLeft: (event: MouseEvent) => event.x };
      export const name: Props<'visio-call-button'> = { where: 'there' };`,
  },
  {
    name: 'svelte',
    file: 'svelte.ts',
    code: `
      import type { SvelteHTMLElements } from 'svelte/elements';
      export const meeting: SvelteHTMLElements['visio-meeting'] = { 'server-url': 'wss://a.example', texts: {}, 'skip-lobby': true, class: 'call', 'onvisio-left': (event) => event.detail.reason satisfies string };
      export const button: SvelteHTMLElements['visio-call-button'] = { url: 'https://a.example/b', 'on:visio-call-link': ({ detail }) => detail.url.length };
      // Wrong:
      export const intent: SvelteHTMLElements['visio-meeting'] = { intent: 'sleep' };
      export const event: SvelteHTMLElements['visio-meeting'] = { 'onvisio-left': (event: MouseEvent) => event.x };
      export const name: SvelteHTMLElements['visio-call-button'] = { where: 'there' };`,
  },
];

describe.each(frameworks)('$name', ({ name, file, options, code }) => {
  it('knows our elements, their properties and events, and refuses what they have not', () => {
    const path = `${relative(root, unpacked)}/${file}`;
    const lines = [`import 'visio-element';`, `import type {} from 'visio-element/types/${name}';`, ...code.split('\n')];
    const wrong = lines.findIndex((line) => line.includes('// Wrong:')) + 1;
    const errors = typeErrors(new Map([[path, lines.join('\n')]]), options);
    const lineOf = (error: string) => Number(/:(\d+) /.exec(error)![1]);
    expect(errors.filter((error) => lineOf(error) <= wrong)).toEqual([]);
    expect(new Set(errors.map(lineOf))).toEqual(new Set([wrong + 1, wrong + 2, wrong + 3]));
  });
});
