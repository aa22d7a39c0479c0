import type { CompilerOptions } from 'typescript';
/** What the compiler says of codes, by the paths where they would be, from the root: one line for each error. */
export declare function typeErrors(codes: ReadonlyMap<string, string>, options?: CompilerOptions): string[];
