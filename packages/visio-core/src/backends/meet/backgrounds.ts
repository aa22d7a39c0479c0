/**
 * A person's own background images, as La Suite Meet keeps them: one says that there will be one, puts it where one is told, and
 * says that it is there. They are had from `/media/`, of the Visio's own origin, by the cookies of who is signed in.
 */
import { isVisioError, VisioError } from '../../errors/visio-error.js';
import { IMAGE_LIMIT, imageType } from '../../features/effects/image.js';
import type { KeptBackground, KeptBackgrounds } from '../backend.js';
import { readBytes, type Api } from './http.js';
import { isId, objectOf, partOf, textOf, wrong } from './parse.js';

export interface KeptBackgroundsOptions {
  readonly origin: string;
  readonly api: Api;
  /** How many a person may keep. Default: unknown, it is tried. */
  readonly most: number | undefined;
  /** Milliseconds until an answer is no longer waited for. */
  readonly timeout: number;
  readonly signal: AbortSignal;
}

/** How many are listed: more than an operator is likely to let one keep. */
const LISTED = 50;
const NAME_LENGTH = 255;

/** How long a file may take to be sent, in milliseconds: 2 MB at 160 kbit/s. */
const UPLOAD_TIME = 100_000;

/** Asks what there is, once. */
export async function keptBackgrounds({ origin, api, most, timeout, signal }: KeptBackgroundsOptions): Promise<KeptBackgrounds> {
  const wanted = { page: '1', page_size: String(LISTED), is_creator_me: 'true', type: 'background_image', upload_state: 'ready', is_deleted: 'false' };
  const { body } = await api({ method: 'GET', path: `files/?${new URLSearchParams(wanted)}`, signal, codes: { 404: 'FEATURE_OFF' } });
  const { results } = objectOf(body);
  if (!Array.isArray(results)) throw wrong('no list of images');
  const images = results.slice(0, LISTED).flatMap((one) => imageOf(one) ?? []);
  return { images, free: Math.max(0, (most ?? Infinity) - images.length), add };

  function imageOf(file: unknown): KeptBackground | null {
    const { id, title, upload_state, size, url } = partOf(file);
    const address = mediaAddress(url, origin);
    if (!isId(id) || upload_state !== 'ready' || address === null || (typeof size === 'number' && size > IMAGE_LIMIT)) return null;
    return {
      id,
      name: textOf(title, NAME_LENGTH),
      load: (signal) => loadImage(address, timeout, signal),
      // Of one that is gone already it is not told.
      remove: async () => void (await api({ method: 'DELETE', path: `files/${id}/`, also: 404 })),
    };
  }

  async function add(image: File, signal: AbortSignal): Promise<KeptBackground> {
    const begun = await api({ method: 'POST', path: 'files/', body: { type: 'background_image', filename: image.name }, signal, codes: { 400: 'INVALID_ARGUMENT' } });
    const { id, policy } = objectOf(begun.body);
    if (!isId(id)) throw wrong('a file without an id');
    try {
      await put(image, uploadAddress(policy, origin), signal);
      const { body } = await api({ method: 'POST', path: `files/${id}/upload-ended/`, signal, codes: { 400: 'INVALID_ARGUMENT' } });
      const added = imageOf(body);
      if (!added) throw wrong('an image that is none');
      return added;
    } catch (cause) {
      // What was begun counts among those that one may keep.
      await api({ method: 'DELETE', path: `files/${id}/`, also: 404 }).catch(() => undefined);
      throw cause;
    }
  }
}

async function loadImage(address: string, timeout: number, signal: AbortSignal): Promise<Blob | null> {
  const response = await send(address, { credentials: 'include' }, timeout, signal);
  // Who may not have it and what is not there are answered alike.
  if ([403, 404, 410].includes(response.status)) return null;
  if (!response.ok) throw new VisioError('BACKEND_FAILED', `An image was answered with ${response.status}.`);
  const bytes = await readBytes(response, IMAGE_LIMIT).catch((cause: unknown) => {
    throw new VisioError('BACKEND_UNREACHABLE', 'An image broke off.', { cause });
  });
  const type = bytes && imageType(bytes);
  if (!type) throw wrong('something that is no JPEG or PNG of at most 2 MB');
  return new Blob([bytes], { type });
}

/** To the object storage, which knows nobody but by the address. */
async function put(image: File, address: string, signal: AbortSignal): Promise<void> {
  const headers = { 'content-type': image.type, 'x-amz-acl': 'private' };
  const { ok, status } = await send(address, { method: 'PUT', headers, body: image, credentials: 'omit', referrerPolicy: 'no-referrer' }, UPLOAD_TIME, signal);
  if (!ok) throw new VisioError('REQUEST_FAILED', `The storage answered with ${status}.`);
}

async function send(address: string, init: RequestInit, timeout: number, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.any([signal, AbortSignal.timeout(timeout)]) });
  } catch (cause) {
    if (signal.aborted) throw new VisioError('COMMAND_DISABLED', 'The request was given up.', { cause });
    if (isVisioError(cause)) throw cause;
    throw new VisioError('BACKEND_UNREACHABLE', `${new URL(address).origin} does not answer, or lets no page of this origin ask it (CORS, or the page's own policy).`, { cause });
  }
}

/** Below `/media/` of the Visio's own origin, whither the cookies may go; `null` for any other. */
function mediaAddress(url: unknown, origin: string): string | null {
  if (typeof url !== 'string' || url.length > 2000 || !URL.canParse(url, origin)) return null;
  const address = new URL(url, origin);
  return address.origin === origin && address.pathname.startsWith('/media/') ? address.href : null;
}

/** Wherever the Visio says, but no less secure than itself. */
function uploadAddress(policy: unknown, origin: string): string {
  const isOne = typeof policy === 'string' && policy.length <= 4000 && URL.canParse(policy);
  const protocol = isOne ? new URL(policy).protocol : '';
  if (!isOne || (protocol !== 'https:' && (protocol !== 'http:' || origin.startsWith('https:')))) throw wrong('no place for the image');
  return policy;
}
