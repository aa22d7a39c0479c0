/** Files in a chat: what they may be called, what they are, and how many of their bytes are kept. */

/** How a file of a message is, as of now. */
export interface ChatFile {
  /** Unique with the message's sender. */
  readonly id: string;
  /** Without a path, on one line; empty until it is known. Text from the network. */
  readonly name: string;
  /** In bytes; `null` until it is known. */
  readonly size: number | null;
  /**
   * `waiting`: announced, nothing has come yet. `moving`: on its way, see `progress`. `ready`: whole; one's own is sent.
   * `failed`: it did not come, or did not go. `too-large`: more than `fileLimit` here. `released`: it was there, but
   * there is room for so much only, and newer ones came.
   */
  readonly state: 'waiting' | 'moving' | 'ready' | 'failed' | 'cancelled' | 'too-large' | 'released';
  /** How much of it has moved, from 0 to 1. */
  readonly progress: number;
  /**
   * Its bytes; `null` while they are not here. Its type is that of a picture only when its bytes begin as one, and
   * `application/octet-stream` for everything else, whatever its sender says.
   */
  readonly blob: Blob | null;
}

/** The most files that one message may have; more are not shown. */
export const FILES_A_MESSAGE = 10;

/** How many bytes of files are kept in all. Then the oldest of whoever has the most here goes. */
const KEPT_LIMIT = 100_000_000;

const NAME_LIMIT = 120;
const EXTENSION_LIMIT = 12;

/** A name for a file on this computer: no path, nothing that is not text or turns the text around it. */
export function cleanFileName(name: string): string {
  const last = name.slice(-1_000).split(/[/\\]/).at(-1)!;
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const letters = [...clean];
  if (letters.length <= NAME_LIMIT) return clean;
  // What kind of file it says to be stays in sight.
  const dot = letters.lastIndexOf('.');
  const end = dot > 0 && letters.length - dot <= EXTENSION_LIMIT ? letters.slice(dot) : [];
  return [...letters.slice(0, NAME_LIMIT - end.length - 1), '…', ...end].join('');
}

/** How many bytes tell what kind of picture it is. */
const HEAD = 32;

/** `blob` as what it is: a picture of a kind that every browser draws and that runs nothing, or just bytes. */
export async function withTrueType(blob: Blob): Promise<Blob> {
  const head = new Uint8Array(await blob.slice(0, HEAD).arrayBuffer());
  return blob.slice(0, blob.size, pictureType(head) ?? 'application/octet-stream');
}

function pictureType(head: Uint8Array): string | null {
  const letters = String.fromCharCode(...head);
  if (letters.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (letters.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (/^GIF8[79]a/.test(letters)) return 'image/gif';
  if (/^RIFF[^]{4}WEBPVP8/.test(letters)) return 'image/webp';
  if (/^[^]{4}ftypavi[fs]/.test(letters)) return 'image/avif';
  return null;
}

/** Counts the bytes that are kept, and says what has to go. */
export class Store {
  readonly #limit: number;
  /** Of each sender, the sizes of what is kept, oldest first. */
  readonly #senders = new Map<string, Map<string, number>>();
  #total = 0;

  constructor(limit = KEPT_LIMIT) {
    this.#limit = limit;
  }

  /** Keeps `size` bytes of `key`; returns what must be released for it. */
  add(sender: string, key: string, size: number): readonly string[] {
    const files = this.#senders.get(sender) ?? new Map<string, number>();
    this.#senders.set(sender, files);
    files.set(key, size);
    this.#total += size;
    const released: string[] = [];
    while (this.#total > this.#limit) {
      const [most] = [...this.#senders].sort(([, a], [, b]) => sum(b) - sum(a))[0]!;
      const oldest: string = this.#senders.get(most)!.keys().next().value!;
      this.delete(most, oldest);
      released.push(oldest);
    }
    return released;
  }

  delete(sender: string, key: string): void {
    const files = this.#senders.get(sender);
    this.#total -= files?.get(key) ?? 0;
    files?.delete(key);
    if (files?.size === 0) this.#senders.delete(sender);
  }

  clear(): void {
    this.#senders.clear();
    this.#total = 0;
  }
}

function sum(sizes: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const size of sizes.values()) total += size;
  return total;
}
