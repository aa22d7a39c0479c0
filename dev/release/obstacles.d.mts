export function obstacles(checkout: {
  readonly isCI: boolean;
  readonly changes: string;
  readonly pending: readonly string[];
  readonly manifests: readonly { readonly name: string; readonly version: string; readonly repository?: unknown }[];
}): string[];
