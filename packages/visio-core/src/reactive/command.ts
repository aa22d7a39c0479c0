import { isVisioError, toVisioError, VisioError } from '../errors/visio-error.js';
import { computed, signal, type Readable } from './signals.js';

/**
 * Something a person or a host can do. Call it like a function; it resolves to the state that resulted, and
 * rejects with a {@link VisioError}: `COMMAND_DISABLED` while it is not `enabled`, `VETOED` when the host
 * prevented it, or what went wrong.
 */
export interface Command<Args extends readonly unknown[] = [], Result = void> {
  (...args: Args): Promise<Result>;
  /** The command's verb, stable, in camel case: `join`, `setMicrophoneEnabled`. */
  readonly name: string;
  /** Whether it may be called now: rights, connection and browser allow it. */
  readonly enabled: Readable<boolean>;
  /** Whether a call of it is under way. */
  readonly pending: Readable<boolean>;
  /** What the last call failed with; `null` after one that succeeded or that the host prevented. */
  readonly error: Readable<VisioError | null>;
}

/** What a command is made of. */
export interface CommandOptions<Args extends readonly unknown[], Result> {
  name: string;
  /** Default: always. */
  enabled?: Readable<boolean>;
  /** Asked before each run; `false` prevents it. */
  allow?: (name: string, args: Args) => boolean;
  /** Does it. What it throws becomes a `VisioError`. */
  run: (...args: Args) => Promise<Result>;
}

const always = computed(() => true);

/** Makes a command: it checks that it may run, counts what is under way, and keeps the last failure. */
export function defineCommand<Args extends readonly unknown[], Result>(
  options: CommandOptions<Args, Result>,
): Command<Args, Result> {
  const running = signal(0);
  const error = signal<VisioError | null>(null);
  const enabled = options.enabled ?? always;

  async function command(...args: Args): Promise<Result> {
    if (!enabled.peek()) throw new VisioError('COMMAND_DISABLED', `"${options.name}" cannot be used now.`);
    if (options.allow?.(options.name, args) === false) {
      throw new VisioError('VETOED', `The host prevented "${options.name}".`);
    }
    running.value++;
    try {
      const result = await options.run(...args);
      error.value = null;
      return result;
    } catch (cause) {
      const failure = isVisioError(cause) ? cause : toVisioError(cause);
      error.value = failure;
      throw failure;
    } finally {
      running.value--;
    }
  }

  // `name` of a function is read-only but configurable, so assign would throw.
  Object.defineProperty(command, 'name', { value: options.name });
  return Object.assign(command, { enabled, pending: computed(() => running.value > 0), error });
}
