export interface Host {
  readonly url: string;
  readonly origin: string;
  close(): Promise<void>;
}
export function serve(options: {
  readonly folder: string;
  readonly at?: string;
  readonly tokenUrl?: string;
  readonly scripts?: readonly string[];
  readonly connections?: readonly string[];
  readonly frames?: readonly string[];
  readonly cors?: boolean;
  readonly change?: (path: string, text: string) => string;
}): Promise<Host>;
export function serveNext(options: { readonly folder: string; readonly env: NodeJS.ProcessEnv }): Promise<Host>;
