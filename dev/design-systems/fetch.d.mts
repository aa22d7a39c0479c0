// For the tests, which are TypeScript: what fetch.mjs tells in JSDoc.
import type { DesignSystem } from './systems.mjs';

export function fetchDesignSystem(system: DesignSystem): Promise<string>;
export function fetchDesignSystems(): Promise<void>;
