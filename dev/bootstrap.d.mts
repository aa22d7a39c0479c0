/** The repository's root. */
export declare const root: string;
export function mustBeInstalled(): void;
