// What makes the bundle's code, templates and style sheets small. `e2e/visual/minified.visual.ts` holds what becomes of the
// style sheets.
import terser from '@rollup/plugin-terser';
import minifyLiterals from 'rollup-plugin-html-literals';

/** @param {boolean} module whether the code is a module, and no classic script */
export const minify = (module) => [
  minifyLiterals({ include: ['packages/visio-element/dist/**/*.js'] }),
  terser({ module, ecma: 2022, compress: { passes: 2 }, format: { comments: false } }),
];
