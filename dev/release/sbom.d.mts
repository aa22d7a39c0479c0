export function sbomOfPackage(dir: string): string;
