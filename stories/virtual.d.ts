/** The custom-elements manifest, as `.storybook/main.mjs` makes it. */
declare module 'virtual:visio-manifest' {
  interface Described {
    readonly name: string;
    readonly description?: string;
    readonly default?: string;
  }
  const manifest: { readonly modules: readonly { readonly declarations: readonly { readonly tagName?: string; readonly cssProperties?: readonly Described[] }[] }[] };
  export default manifest;
}

declare module '*.css';
