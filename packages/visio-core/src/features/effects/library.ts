import type { KeptBackground, KeptBackgrounds } from '../../backends/backend.js';
import type { VideoEffect } from '../../engine/engine.js';
import { isVisioError, toVisioError, VisioError } from '../../errors/visio-error.js';
import type { FeatureContext } from '../../meeting/context.js';
import { signal, type Command, type Readable } from '../../reactive/index.js';
import { isImage } from './image.js';

/** A background that the backend keeps. */
export interface LibraryImage {
  readonly id: string;
  /** May be empty. Text from the network. */
  readonly name: string;
  /** What to give to `setEffect`; `null` until it is there. */
  readonly image: Blob | null;
  /** Why it could not be had; {@link BackgroundLibrary.load} tries again. */
  readonly error: VisioError | null;
}

/** A person's own backgrounds, which the backend keeps. Who is not signed in, or whose backend keeps none, has none. */
export interface BackgroundLibrary {
  readonly images: Readable<readonly LibraryImage[]>;
  /** How many more can be added; 0 where none can. */
  readonly free: Readable<number>;
  /** Asks what there is, and then for the pictures, one after the other. */
  readonly refresh: Command<[], readonly LibraryImage[]>;
  /** Has one more kept: JPEG or PNG, at most 2 MB. Rejects with `INVALID_ARGUMENT` for anything else. */
  readonly add: Command<[image: File], LibraryImage>;
  /** Deletes one from where it is kept. One that is in use stays so. */
  readonly remove: Command<[id: string]>;
  /** The picture; `null` when it is no longer there, and then it is no longer among {@link images}. */
  load(id: string): Promise<Blob | null>;
  /** Gives up what is being fetched, and lets go of all pictures but the one in use. */
  release(): void;
}

/** What says that there is no library for this person. */
const NONE: readonly string[] = ['SIGN_IN_REQUIRED', 'FEATURE_OFF', 'NO_CREDENTIALS'];

const NOTHING: KeptBackgrounds = { images: [], free: 0 };

export function createLibrary(context: FeatureContext, current: Readable<VideoEffect>): BackgroundLibrary {
  const images = signal<readonly LibraryImage[]>([]);
  const free = signal(0);
  const loading = new Map<string, Promise<Blob | null>>();
  let kept = NOTHING;
  let visit = new AbortController();
  const end = new AbortController();
  context.scope.own(() => end.abort());

  async function ask(signal: AbortSignal): Promise<KeptBackgrounds> {
    try {
      return (await context.access().backend.backgrounds?.(signal)) ?? NOTHING;
    } catch (cause) {
      if (isVisioError(cause) && NONE.includes(cause.code)) return NOTHING;
      throw toVisioError(cause, 'REQUEST_FAILED');
    }
  }

  function release(): void {
    visit.abort();
    loading.clear();
    const { image: used } = current.peek() as { readonly image?: unknown };
    images.value = images.peek().filter(({ image }) => image !== null && image === used);
  }

  async function refresh(): Promise<readonly LibraryImage[]> {
    release();
    const { signal } = (visit = new AbortController());
    const found = await ask(AbortSignal.any([signal, end.signal]));
    if (signal.aborted) return images.peek();
    kept = found;
    free.value = kept.add ? kept.free : 0;
    // The picture in use stays the same object, so that it is seen to be in use.
    const before = images.peek();
    images.value = kept.images.map(({ id, name }) => ({ id, name, image: before.find((one) => one.id === id)?.image ?? null, error: null }));
    void loadAll(signal);
    return images.peek();
  }

  async function loadAll(signal: AbortSignal): Promise<void> {
    for (const { id } of kept.images) {
      if (signal.aborted) return;
      await load(id).catch(() => undefined);
    }
  }

  function load(id: string): Promise<Blob | null> {
    const known = images.peek().find((one) => one.id === id);
    const source = kept.images.find((one) => one.id === id);
    if (!known || !source) return Promise.resolve(null);
    if (known.image) return Promise.resolve(known.image);
    const begun = loading.get(id);
    if (begun) return begun;
    const done = () => void (loading.get(id) === fetched && loading.delete(id));
    const fetched = fetchOne(source, visit.signal);
    fetched.then(done, done);
    loading.set(id, fetched);
    return fetched;
  }

  async function fetchOne({ id, load }: KeptBackground, signal: AbortSignal): Promise<Blob | null> {
    put(id, { error: null });
    try {
      const image = await load(AbortSignal.any([signal, end.signal]));
      if (signal.aborted) throw new VisioError('COMMAND_DISABLED', 'Nobody looks any more.');
      if (image === null) images.value = images.peek().filter((one) => one.id !== id);
      else put(id, { image });
      return image;
    } catch (cause) {
      const error = toVisioError(cause, 'REQUEST_FAILED');
      if (!signal.aborted) put(id, { error });
      throw error;
    }
  }

  function put(id: string, changes: Partial<LibraryImage>): void {
    images.value = images.peek().map((one) => (one.id === id ? { ...one, ...changes } : one));
  }

  async function add(image: File): Promise<LibraryImage> {
    if (!isImage(image) || image.size === 0) throw new VisioError('INVALID_ARGUMENT', 'The file is no JPEG or PNG of at most 2 MB.');
    if (!kept.add || free.peek() === 0) throw new VisioError('NOT_ALLOWED', 'The backend keeps no more images of this person.');
    const added = await kept.add(image, end.signal);
    kept = { ...kept, images: [added, ...kept.images] };
    const { id, name } = added;
    const one = { id, name, image, error: null };
    images.value = [one, ...images.peek()];
    free.value--;
    return one;
  }

  async function remove(id: string): Promise<void> {
    const one = kept.images.find((each) => each.id === id);
    if (!one?.remove) throw new VisioError('NOT_ALLOWED', 'The backend lets nobody remove it from here.');
    await one.remove();
    kept = { ...kept, images: kept.images.filter((each) => each !== one) };
    images.value = images.peek().filter((each) => each.id !== id);
    if (kept.add) free.value++;
  }

  return {
    images,
    free,
    refresh: context.command({ name: 'refreshBackgrounds', run: refresh }),
    add: context.command({ name: 'addBackground', run: add }),
    remove: context.command({ name: 'removeBackground', run: remove }),
    load,
    release,
  };
}
