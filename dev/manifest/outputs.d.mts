/** What is kept in the repository: each file and its text. */
export declare function keptOutputs(manifest?: object): ReadonlyMap<string, string>;
/** What is made by each build. */
export declare function builtOutputs(manifest?: object): ReadonlyMap<string, string>;
