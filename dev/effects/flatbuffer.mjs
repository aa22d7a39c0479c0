// Writes FlatBuffers front to back: a table, then what it points to. As much of the format as a model's metadata needs.

/**
 * @typedef {{ table: (Node | undefined)[] } | { text: string } | { list: Node[] } | { floats: number[] } | { bytes: Uint8Array } | { at: number }} Pointed
 * @typedef {Pointed | { byte: number } | { int: number }} Node a field: a number in its place, or what is pointed to.
 *   `at` is a place of the file that is appended.
 */

/**
 * @param {Pointed} root
 * @param {string} identifier four letters
 * @param {Uint8Array} [appended] what fields point into by `at`
 */
export function writeFlatBuffer(root, identifier, appended = new Uint8Array()) {
  let out = new Uint8Array(1024);
  let length = 8;
  /** @type {{ from: number, to: number }[]} */
  const outside = [];
  const view = () => new DataView(out.buffer);

  /** @param {number} size @param {number} alignment @param {number} [before] what comes before that which is aligned */
  function take(size, alignment, before = 0) {
    while ((length + before) % alignment !== 0) length++;
    const at = length;
    length += size;
    if (length > out.length) {
      const larger = new Uint8Array(2 * length);
      larger.set(out);
      out = larger;
    }
    return at;
  }

  /** @param {number} from @param {Pointed} node */
  function point(from, node) {
    if ('at' in node) outside.push({ from, to: node.at });
    else view().setUint32(from, write(node) - from, true);
  }

  /** @param {Exclude<Pointed, { at: number }>} node @returns {number} where it is */
  function write(node) {
    if ('table' in node) return writeTable(node.table);
    if ('text' in node) return writeBytes(Buffer.from(`${node.text}\0`), 1, 4);
    if ('bytes' in node) return writeBytes(node.bytes, 0, 16);
    const items = 'list' in node ? node.list : node.floats;
    const at = take(4 + 4 * items.length, 4);
    view().setUint32(at, items.length, true);
    items.forEach((item, i) => {
      if (typeof item === 'number') view().setFloat32(at + 4 + 4 * i, item, true);
      else point(at + 4 + 4 * i, /** @type {Pointed} */ (item));
    });
    return at;
  }

  /** @param {Uint8Array} bytes @param {number} uncounted @param {number} alignment */
  function writeBytes(bytes, uncounted, alignment) {
    const at = take(4 + bytes.length, alignment, 4);
    view().setUint32(at, bytes.length - uncounted, true);
    out.set(bytes, at + 4);
    return at;
  }

  /** @param {(Node | undefined)[]} fields */
  function writeTable(fields) {
    const map = take(4 + 2 * fields.length, 4);
    const at = take(4 + 4 * fields.length, 4);
    view().setInt32(at, at - map, true);
    view().setUint16(map, 4 + 2 * fields.length, true);
    view().setUint16(map + 2, 4 + 4 * fields.length, true);
    fields.forEach((field, i) => {
      if (!field) return;
      const place = 4 + 4 * i;
      view().setUint16(map + 4 + 2 * i, place, true);
      if ('byte' in field) out[at + place] = field.byte;
      else if ('int' in field) view().setUint32(at + place, field.int, true);
      else point(at + place, field);
    });
    return at;
  }

  point(0, root);
  out.set(Buffer.from(identifier), 4);
  const end = take(0, 16);
  for (const { from, to } of outside) view().setUint32(from, end + to - from, true);
  return Buffer.concat([out.subarray(0, end), appended]);
}
