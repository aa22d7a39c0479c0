export interface ManifestElement {
  readonly name: string;
  readonly tagName: string;
  readonly description?: string;
  readonly members: readonly { readonly kind: 'field' | 'method'; readonly name: string; readonly description?: string }[];
  readonly attributes: readonly { readonly name: string; readonly fieldName: string; readonly description?: string }[];
  readonly events: readonly { readonly name: string; readonly type: { readonly text: string }; readonly description?: string }[];
  readonly slots: readonly { readonly name: string; readonly description?: string }[];
  readonly cssParts: readonly { readonly name: string; readonly description?: string }[];
  readonly cssProperties: readonly { readonly name: string; readonly description?: string }[];
}

/** The manifest, as the package has it in `custom-elements.json`. */
export declare function analyze(): object;
/** The elements of a manifest. */
export declare function elementsOf(manifest: object): readonly ManifestElement[];
