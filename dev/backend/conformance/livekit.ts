// The livekit-server that all files share: started once. A server that is not ours has its own.
import type { TestProject } from 'vitest/node';
import { startLivekitServer } from '../../livekit-server/run.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    livekit: { readonly url: string; readonly apiKey: string; readonly apiSecret: string } | null;
  }
}

export default async function setup(project: TestProject) {
  if (process.env['VISIO_MEET_URL']) {
    project.provide('livekit', null);
    console.log(`Against ${process.env['VISIO_MEET_URL']}: cases that need what only the development backend allows are skipped.`);
    return undefined;
  }
  const livekit = await startLivekitServer({ say: console.log });
  const { url, apiKey, apiSecret } = livekit;
  project.provide('livekit', { url, apiKey, apiSecret });
  return () => livekit.stop();
}
