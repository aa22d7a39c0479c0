import { toVisioError, VisioError } from '../errors/visio-error.js';
import type { FeatureContext } from './context.js';

/** How long the room may take to tell of what the server has taken, in milliseconds. */
const PATIENCE = 10_000;

/**
 * Asks the server for something and waits until the room is told of it: `isTold` reads signals. It may be told before
 * the server answers, and be otherwise again by then. Rejects with what `ask` rejects with, or with `REQUEST_FAILED`.
 */
export async function askServer({ scope }: Pick<FeatureContext, 'scope'>, ask: () => Promise<unknown>, isTold: () => boolean): Promise<void> {
  const waiting = scope.child();
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = () => reject(new VisioError('REQUEST_FAILED', 'The room was not told of it.'));
      let isTaken = false;
      let wasTold = false;
      waiting.own(fail);
      waiting.effect(() => {
        wasTold ||= isTold();
        if (wasTold && isTaken) resolve();
        return undefined;
      });
      ask().then(
        () => {
          isTaken = true;
          if (wasTold) resolve();
          else waiting.timeout(fail, PATIENCE);
        },
        (cause: unknown) => reject(toVisioError(cause, 'REQUEST_FAILED')),
      );
    });
  } finally {
    waiting.end();
  }
}

/** Does something for each of `items`, a few at a time. Resolves, when all are done, to what failed and why. */
export async function forEach<T>(items: readonly T[], run: (item: T) => Promise<unknown>): Promise<readonly (readonly [item: T, cause: unknown])[]> {
  const rest = [...items];
  const failed: (readonly [T, unknown])[] = [];
  const work = async () => {
    for (let item = rest.shift(); item !== undefined; item = rest.shift()) {
      try {
        await run(item);
      } catch (cause) {
        failed.push([item, cause]);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
}

/** How many requests are under way at the same time. */
const AT_ONCE = 5;
