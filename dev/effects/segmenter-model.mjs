// The model that tells people from what is behind them: Google's, from the npm package of its former library. The
// library that is used here takes the same network, but wants to be told in the file what goes in and comes out.
import { writeFlatBuffer } from './flatbuffer.mjs';

/**
 * Adds that to a model: TensorFlow Lite's metadata (metadata_schema.fbs). A FlatBuffer points forward only, so that a
 * new root before the old file can point into it.
 * @param {Buffer} model
 */
export function describeSegmenter(model) {
  const root = model.readUInt32LE(0);
  const map = root - model.readInt32LE(root);
  /** @param {number} field */
  const place = (field) => {
    const offset = 4 + 2 * field < model.readUInt16LE(map) ? model.readUInt16LE(map + 4 + 2 * field) : 0;
    return offset === 0 ? undefined : root + offset;
  };
  /** @param {number} field */
  const pointed = (field) => {
    const at = place(field);
    return at === undefined ? undefined : { at: at + model.readUInt32LE(at) };
  };
  const [versionAt, buffers] = [place(0), pointed(4)];
  if (versionAt === undefined || !buffers || pointed(6)) throw new Error('This is not the model that is expected.');

  const count = model.readUInt32LE(buffers.at);
  const oldBuffers = Array.from({ length: count }, (_, i) => {
    const at = buffers.at + 4 + 4 * i;
    return { at: at + model.readUInt32LE(at) };
  });
  const metadata = { table: [{ text: 'TFLITE_METADATA' }, { int: count }] };
  const described = {
    table: [
      { int: model.readUInt32LE(versionAt) },
      pointed(1),
      pointed(2),
      pointed(3),
      { list: [...oldBuffers, { table: [{ bytes: describe() }] }] },
      undefined,
      { list: [metadata] },
    ],
  };
  return writeFlatBuffer(described, 'TFL3', model);
}

function describe() {
  // Colours from 0 to 1: as they are, less 0, by 255.
  const normalization = { table: [{ byte: 1 }, { table: [{ floats: [0] }, { floats: [255] }] }] };
  const rgbImage = { table: [{ byte: 2 }, { table: [{ byte: 1 }] }] };
  const input = { table: [{ text: 'input' }, undefined, undefined, rgbImage, { list: [normalization] }] };
  const output = { table: [{ text: 'mask' }] };
  const graph = { table: [undefined, undefined, { list: [input] }, { list: [output] }] };
  const model = [{ text: 'selfie segmenter' }, undefined, undefined, { list: [graph] }, undefined, undefined, undefined, { text: '1.0.0' }];
  return writeFlatBuffer({ table: model }, 'M001');
}
