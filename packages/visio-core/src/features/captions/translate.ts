import type { LogSink } from '../../log/logger.js';
import type { KeyedStore} from '../../reactive/index.js';
import type { Readable } from '../../reactive/index.js';
import type { CaptionLine, CaptionTranslator } from './caption.js';
import { cleanLine } from './join.js';

/** How many lines are with the translator at once, how many wait for it, and how long one may take, in milliseconds. */
const AT_ONCE = 3;
const WAITING_LIMIT = 50;
const PATIENCE = 15_000;

/**
 * Has final lines translated, the oldest first. What fails, takes too long or is too much stays in its own language: the
 * line itself is there in any case.
 */
export function createTranslation(lines: KeyedStore<string, CaptionLine>, translator: Readable<CaptionTranslator | null>, log: LogSink, onChange: () => void) {
  const waiting: string[] = [];
  const underWay = new Set<AbortController>();
  let wasTold = false;

  async function translate(line: CaptionLine, { language, translate: ask }: CaptionTranslator, stop: AbortController): Promise<void> {
    const { signal } = stop;
    const timer = setTimeout(() => stop.abort(), PATIENCE);
    try {
      const text = await new Promise<string>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new Error('Nobody waits any more.')));
        // One that throws at once is one that rejects.
        new Promise<string>((answer) => answer(ask(line, signal))).then(resolve, reject);
      });
      const now = lines.peek(line.id);
      const words = typeof text === 'string' ? cleanLine(text) : '';
      if (!now || words === '') return;
      lines.set(line.id, Object.freeze({ ...now, translation: { text: words, language } }));
      onChange();
    } finally {
      clearTimeout(timer);
    }
  }

  function next(): void {
    const by = translator.peek();
    while (by && underWay.size < AT_ONCE && waiting.length > 0) {
      const line = lines.peek(waiting.shift()!);
      if (!line) continue;
      const stop = new AbortController();
      underWay.add(stop);
      translate(line, by, stop)
        .catch(() => {
          if (!wasTold && underWay.has(stop)) log('warn', 'A caption could not be translated: it is shown as it was said.');
          wasTold = true;
        })
        .finally(() => {
          if (underWay.delete(stop)) next();
        });
    }
  }

  return {
    add(line: CaptionLine): void {
      const language = translator.peek()?.language.toLowerCase();
      if (language === undefined || line.language?.toLowerCase() === language) return;
      waiting.push(line.id);
      if (waiting.length > WAITING_LIMIT) waiting.shift();
      next();
    },
    /** The translator is another one, or the call is. */
    restart(): void {
      const before = [...underWay];
      underWay.clear();
      waiting.length = 0;
      wasTold = false;
      for (const stop of before) stop.abort();
    },
  };
}
