/**
 * The reactive layer: values that tell who reads them. Everything else in the SDK, and hosts, see only
 * {@link Readable}; the signals library behind it can be replaced here.
 *
 * @module visio-core/reactive
 */
export { defineCommand, type Command, type CommandOptions } from './command.js';
export { KeyedStore } from './keyed.js';
export { mapped } from './mapped.js';
export { Reconciler } from './reconcile.js';
export { Scope } from './scope.js';
export { batch, computed, effect, signal, untracked, type Readable, type Writable } from './signals.js';
