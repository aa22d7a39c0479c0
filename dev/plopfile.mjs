// `npm run create <name>`: a feature in core and element, with a story and tests that pass as they are.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

/** @param {import('plop').NodePlopAPI} plop */
export default function (plop) {
  plop.setGenerator('feature', {
    description: 'A feature in core and element',
    prompts: [
      {
        type: 'input',
        name: 'name',
        message: 'Name of the feature, in kebab case (`raised-hands`):',
        validate: (name) => /^[a-z]+(-[a-z]+)*$/.test(name) || 'Small letters, words joined by hyphens.',
      },
    ],
    actions: [
      refuseExisting,
      {
        type: 'addMany',
        destination: join(root, 'packages'),
        base: 'templates/feature',
        templateFiles: 'templates/feature/**',
        globOptions: { dot: true },
        stripExtensions: ['hbs'],
      },
      {
        type: 'modify',
        path: join(root, 'packages/visio-core/src/features/index.ts'),
        pattern: /^(?=import \{ createPlayback)/m,
        template: "import { create{{pascalCase name}} } from './{{kebabCase name}}/{{kebabCase name}}.js';\n",
      },
      {
        type: 'modify',
        path: join(root, 'packages/visio-core/src/features/index.ts'),
        pattern: / {4}\/\/ npm run create: next feature/,
        template: '    {{camelCase name}}: create{{pascalCase name}}(context),\n    // npm run create: next feature',
      },
      {
        type: 'modify',
        path: join(root, 'packages/visio-element/src/features/index.ts'),
        pattern: /^(?=import \{ people)/m,
        template: "import { {{camelCase name}} } from './{{kebabCase name}}/contribution.js';\n",
      },
      {
        type: 'modify',
        path: join(root, 'packages/visio-element/src/features/index.ts'),
        pattern: /\];\s*$/,
        template: ', {{camelCase name}}];\n',
      },
      () => 'Next: its texts in packages/visio-core/src/i18n/locales/, and what its contribution.ts adds to a call.',
    ],
  });
}

/** @param {{ name: string }} answers */
async function refuseExisting({ name }) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`"${name}" is no kebab-case name.`);
  const index = await readFile(join(root, 'packages/visio-core/src/features/index.ts'), 'utf8');
  if (index.includes(`./${name}/`)) throw new Error(`There is a feature "${name}" already.`);
  return `A feature "${name}"`;
}
