import type { MicrophoneProcessing, OpenOptions } from '../../engine/engine.js';
import { DEFAULT_PROCESSING } from '../../media/browser-media.js';
import type { FeatureContext } from '../../meeting/context.js';
import { computed, signal, type Command, type Readable } from '../../reactive/index.js';
import { recall, remember } from '../stored.js';

/** How the browser works on the microphone's sound. */
export interface Processing {
  /** Default: all of it. */
  readonly processing: Readable<MicrophoneProcessing>;
  /** Changes some of it, in mid-call as well; resolves to what it then is. Remembered where the meeting remembers devices. */
  readonly setProcessing: Command<[changes: Partial<MicrophoneProcessing>], MicrophoneProcessing>;
}

const KEY = 'visio-microphone';

/** @param settled settles when the microphone has followed */
export function createProcessing(context: FeatureContext, settled: () => Promise<void>): Processing & { readonly how: Readable<OpenOptions> } {
  const processing = signal(change(DEFAULT_PROCESSING, recall(context.storage, KEY)));
  return {
    processing,
    how: computed(() => ({ processing: processing.value })),
    setProcessing: context.command({
      name: 'setProcessing',
      async run(changes: Partial<MicrophoneProcessing>) {
        processing.value = change(processing.peek(), changes);
        remember(context.storage, KEY, processing.peek());
        await settled();
        return processing.peek();
      },
    }),
  };
}

/** With the changes that are any: they may come from storage, or from a page without types. */
function change(from: MicrophoneProcessing, changes: Readonly<Record<string, unknown>>): MicrophoneProcessing {
  return Object.fromEntries(Object.entries(from).map(([name, on]) => [name, changes[name] === !on ? !on : on])) as Record<keyof MicrophoneProcessing, boolean>;
}
