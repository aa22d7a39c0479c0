export function importMap(integrity: Readonly<Record<string, string>>, place: string): { readonly html: string; readonly csp: string };
