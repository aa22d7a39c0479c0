/**
 * The elements as React components, and hooks over the core.
 *
 * @module visio-react
 */
export * from './generated/index.js';
export { useReadable } from './use-readable.js';
