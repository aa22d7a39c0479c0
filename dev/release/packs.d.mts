export interface Pack {
  readonly name: string;
  readonly version: string;
  /** The .tgz. */
  readonly file: string;
  /** In bytes, packed. */
  readonly size: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}
export const workspaces: ReadonlyMap<string, string>;
export const unpacked: string;
export function pack(folder: string): Promise<Pack[]>;
export function packAndUnpack(): Promise<Pack[]>;
