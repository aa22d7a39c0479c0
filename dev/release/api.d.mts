export function report(dir: string): string;
export function reportFile(dir: string): string;
export function undocumented(dir: string): string[];
