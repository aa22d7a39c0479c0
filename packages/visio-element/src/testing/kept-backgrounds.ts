/** A backend that keeps a person's background images, for tests and stories. */
import { drawBackground, staticBackend, type Backend, type BackgroundName, type KeptBackground, type KeptBackgrounds } from 'visio-core';

export interface KeptBackend extends Backend {
  backgrounds(signal: AbortSignal): Promise<KeptBackgrounds>;
  /** How often it was asked. */
  readonly asked: number;
  /** Of the images that it keeps. */
  readonly names: string[];
  /** What is asked fails with it. */
  failure: Error | null;
  /** How an image is had. */
  load: KeptBackground['load'];
}

export function keepBackgrounds(names: readonly string[], most = 10): KeptBackend {
  let asked = 0;
  const check = () => {
    if (backend.failure) throw backend.failure;
  };
  const kept = (name: string): KeptBackground => ({
    id: name,
    name,
    load: (signal) => backend.load(signal),
    async remove() {
      check();
      backend.names.splice(backend.names.indexOf(name), 1);
    },
  });
  const backend: KeptBackend = {
    ...staticBackend('wss://simulated', 'any'),
    names: [...names],
    failure: null,
    load: async () => draw('sea'),
    get asked() {
      return asked;
    },
    async backgrounds() {
      asked++;
      check();
      return {
        images: backend.names.map(kept),
        free: most - backend.names.length,
        async add({ name }) {
          check();
          backend.names.unshift(name);
          return kept(name);
        },
      };
    },
  };
  return backend;
}

/** Pictures as files of a person's own. */
export async function draw(name: BackgroundName): Promise<File> {
  return new File([await drawBackground(name, 320, 180).convertToBlob({ type: 'image/png' })], `${name}.png`, { type: 'image/png' });
}
