// What background effects are made of, as it lies beside the bundle: MediaPipe's code, and the model that it runs.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { describeSegmenter } from './segmenter-model.mjs';

const modules = join(root, 'node_modules/@mediapipe');

/**
 * Files by their path under `assets/`. The folder has MediaPipe's version: code of one with the other's does not run.
 * @returns {Map<string, () => Buffer>}
 */
export function effectAssets() {
  const library = join(modules, 'tasks-vision');
  const model = join(modules, 'selfie_segmentation/selfie_segmentation_landscape.tflite');
  if (!existsSync(library) || !existsSync(model)) throw new Error('Packages of @mediapipe are missing. Run `npm install`.');
  const { version } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
  const folder = `mediapipe-${version}`;
  // The build for processors without SIMD is left out: no browser with WebCodecs runs on one.
  return new Map([
    ...['vision_wasm_internal.js', 'vision_wasm_internal.wasm'].map(
      (name) => /** @type {const} */ ([`${folder}/${name}`, () => readFileSync(join(library, 'wasm', name))]),
    ),
    [`${folder}/selfie_segmenter_landscape.tflite`, () => describeSegmenter(readFileSync(model))],
  ]);
}
