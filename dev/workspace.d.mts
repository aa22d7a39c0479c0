/** The files behind every bare import of our packages, relative to the root. */
export declare const sources: ReadonlyMap<string, string>;
