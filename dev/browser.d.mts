// For the tests, which are TypeScript: what browser.mjs tells in JSDoc.
export function findChromium(say?: (text: string) => void): Promise<string>;
export function findFirefox(): string | undefined;
export const chromiumFlags: string[];
export const firefoxPreferences: Record<string, boolean | number>;
