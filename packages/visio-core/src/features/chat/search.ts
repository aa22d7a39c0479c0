import { VisioError } from '../../errors/visio-error.js';
import { findMarks, fold, type Mark } from '../../i18n/fold.js';
import { computed, type Readable } from '../../reactive/index.js';
import type { ChatMessage, MessageLog } from './log.js';

/** The longest text that is looked for, in characters. */
const SEARCH_LIMIT = 200;

/** How much is made ready to be searched before others get their turn, in characters. */
const TURN = 200_000;

/** How many texts a search knows its marks of. */
const KNOWN = 200;

/** What was found of a text in the chat. */
export interface ChatSearch {
  /**
   * The ids of the messages that have the text, in their words, in their sender's name or in a file's: accents, capitals
   * and kinds of apostrophe make no difference. In the order of the conversation; follows what comes, changes and goes.
   */
  readonly found: Readable<readonly string[]>;
  /** Where the text stands in any words, such as a message's: the first 50 stretches. */
  marks(words: string): readonly Mark[];
}

/** Makes the searches of a chat: what one has made ready serves the next. */
export function createSearch(log: MessageLog): (text: string) => Promise<ChatSearch> {
  /** What is looked in, by message: a change makes another message. */
  const folded = new WeakMap<ChatMessage, string>();

  function foldedOf(message: ChatMessage): string {
    const known = folded.get(message);
    if (known !== undefined) return known;
    // A line break is in no folded text: nothing is found across two of them.
    const made = [message.name, message.text, ...message.files.map(({ name }) => name)].map(fold).join('\n');
    folded.set(message, made);
    return made;
  }

  async function makeReady(): Promise<void> {
    let left = TURN;
    for (const id of log.ids.peek()) {
      const message = log.peek(id);
      if (!message || folded.has(message)) continue;
      left -= foldedOf(message).length;
      if (left > 0) continue;
      left = TURN;
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  return async (text) => {
    if (typeof text !== 'string' || text.length > SEARCH_LIMIT) {
      throw new VisioError('INVALID_ARGUMENT', `A text to search for has at most ${SEARCH_LIMIT} characters.`);
    }
    const words = fold(text).trim();
    await makeReady();
    return { found: follow(log, (message) => words !== '' && foldedOf(message).includes(words)), marks: rememberMarks(words) };
  };
}

/** The ids of the messages that `has` is true of. Looks at each once, and at all again only when one was changed. */
function follow(log: MessageLog, has: (message: ChatMessage) => boolean): Readable<readonly string[]> {
  let seen: readonly string[] = [];
  let edits = -1;
  let found: readonly string[] = [];
  return computed(() => {
    const ids = log.ids.value;
    // Messages come at the end, and go at the start.
    const gone = edits === log.edits.value && ids.length > 0 ? seen.indexOf(ids[0]!) : -1;
    const known = gone < 0 ? 0 : seen.length - gone;
    const left = known === 0 ? [] : found.slice(countIn(found, seen.slice(0, gone)));
    const fresh = ids.slice(known).filter((id) => has(log.peek(id)!));
    edits = log.edits.value;
    seen = ids;
    if (fresh.length > 0 || left.length !== found.length || known === 0) found = [...left, ...fresh];
    return found;
  });
}

/** How many of the first ones of `found` are among `gone`, which begins as early. */
function countIn(found: readonly string[], gone: readonly string[]): number {
  let count = 0;
  for (const id of gone) if (found[count] === id) count++;
  return count;
}

/** The same rows are drawn again with each message that comes. */
function rememberMarks(words: string): ChatSearch['marks'] {
  const known = new Map<string, readonly Mark[]>();
  return (text) => {
    let marks = known.get(text);
    if (!marks) {
      if (known.size >= KNOWN) known.clear();
      known.set(text, (marks = findMarks(text, words)));
    }
    return marks;
  };
}
