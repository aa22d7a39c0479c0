import type { Pack } from '../dev/release/packs.mjs';
export const bundle: string;
export const environment: NodeJS.ProcessEnv;
export function pack(): Promise<Pack[]>;
export function install(packs: readonly Pack[], names: readonly string[], versions?: Readonly<Record<string, string>>): Promise<string>;
export function removeInstalled(): void;
