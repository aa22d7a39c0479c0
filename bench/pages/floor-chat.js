// The floor's chat: a list of which only the rows in sight exist, each of one height.
import { RoomEvent } from 'livekit-client';

const ROWS = 16;
const HEIGHT = 48;

const style = document.createElement('style');
style.textContent = `
  .chat { position: fixed; inset: 0 0 0 auto; width: 340px; overflow: auto; background: #1b1c20; color: #fff; font: 14px sans-serif; }
  .row { height: ${HEIGHT}px; box-sizing: border-box; padding: 4px 12px; overflow: hidden; }
  .row b { margin-right: 8px; }
  .find { position: sticky; top: 0; display: block; width: 100%; }
`;

export function createChat() {
  const element = document.createElement('div');
  element.className = 'chat';
  element.setAttribute('role', 'log');
  const spacer = document.createElement('div');
  const rows = Array.from({ length: ROWS }, () => {
    const row = document.createElement('div');
    row.className = 'row';
    row.append(document.createElement('b'), document.createElement('time'), document.createElement('p'));
    return row;
  });
  element.append(spacer);
  /** @type {{ from: string, text: string, at: number, folded?: string }[]} */
  const messages = [];
  let shown = 0;
  const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' });

  /** The newest ones, at the end: rows that left at the top come back below. */
  function show() {
    for (let i = Math.max(shown, messages.length - ROWS); i < messages.length; i++) {
      const row = rows[i % ROWS];
      const [name, when, text] = row.children;
      name.textContent = messages[i].from;
      when.textContent = time.format(messages[i].at);
      text.textContent = messages[i].text;
      element.append(row);
    }
    shown = messages.length;
    spacer.style.height = `${Math.max(0, messages.length - ROWS) * HEIGHT}px`;
    element.scrollTop = element.scrollHeight;
  }

  /** The rows around one message, with what is looked for marked. @param {number} middle @param {string} words */
  function showAround(middle, words) {
    const first = Math.max(0, Math.min(middle - ROWS / 2, messages.length - ROWS));
    for (let i = first; i < Math.min(first + ROWS, messages.length); i++) {
      const row = rows[i % ROWS];
      const [name, when, text] = row.children;
      name.textContent = messages[i].from;
      when.textContent = time.format(messages[i].at);
      const at = foldedOf(messages[i]).indexOf(words, messages[i].from.length);
      const said = messages[i].text;
      const start = at - messages[i].from.length - 1;
      if (at < 0) text.textContent = said;
      else {
        const mark = document.createElement('mark');
        mark.textContent = said.slice(start, start + words.length);
        text.replaceChildren(said.slice(0, start), mark, said.slice(start + words.length));
      }
      element.append(row);
    }
    spacer.style.height = `${first * HEIGHT}px`;
    element.scrollTop = first * HEIGHT;
  }

  /** As our page folds: accents and capitals make no difference. @param {typeof messages[number]} message */
  function foldedOf(message) {
    return (message.folded ??= `${message.from}\n${message.text}`.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
  }

  const field = document.createElement('input');
  field.className = 'find';
  const count = document.createElement('span');
  let found = 0;

  let isWaiting = false;
  const decoder = new window.TextDecoder();
  return {
    /** @param {import('livekit-client').Room} room */
    watch(room) {
      room.on(RoomEvent.DataReceived, (payload, participant, _kind, topic) => {
        if (topic !== 'lk-chat-topic' || !participant) return;
        const { message, timestamp } = JSON.parse(decoder.decode(payload));
        messages.push({ from: participant.name ?? '', text: message, at: timestamp });
        if (isWaiting || !element.isConnected) return;
        isWaiting = true;
        window.queueMicrotask(() => {
          isWaiting = false;
          show();
        });
      });
    },
    async open() {
      document.body.append(style, element);
      show();
    },
    close: () => element.remove(),
    async openSearch() {
      element.prepend(field, count);
    },
    /** @param {string} words */
    search(words) {
      field.value = words;
      const all = messages.flatMap((message, index) => (foldedOf(message).includes(words) ? [index] : []));
      found = all.length;
      count.textContent = `${found} of ${found}`;
      if (found > 0) showAround(all[found - 1], words);
    },
    found: () => found,
    closeSearch() {
      field.remove();
      count.remove();
      shown = 0;
      show();
    },
    /** The text of the last message that is shown. */
    last: () => element.lastElementChild?.querySelector('p')?.textContent ?? '',
  };
}
