/** What a person's own background may be. */

/** In bytes: 2 MB, as La Suite Meet counts them. */
export const IMAGE_LIMIT = 2 * 1024 * 1024;

export function isImage(image: unknown): image is Blob {
  return image instanceof Blob && image.size <= IMAGE_LIMIT && /^image\/(jpeg|png)$/.test(image.type);
}

/** By its first bytes, whatever it is said to be; `null` for all else. */
export function imageType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  const begins = (...start: readonly number[]) => start.every((byte, i) => bytes[i] === byte);
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  return begins(0xff, 0xd8, 0xff) ? 'image/jpeg' : null;
}
