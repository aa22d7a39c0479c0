// The floor's chat: a list of which only the rows in sight exist, each of one height.
import { RoomEvent } from 'livekit-client';

const ROWS = 16;
const HEIGHT = 48;

const style = document.createElement('style');
style.textContent = `
  .chat { position: fixed; inset: 0 0 0 auto; width: 340px; overflow: auto; background: #1b1c20; color: #fff; font: 14px sans-serif; }
  .row { height: ${HEIGHT}px; box-sizing: border-box; padding: 4px 12px; overflow: hidden; }
  .row b { margin-right: 8px; }
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
  /** @type {{ from: string, text: string, at: number }[]} */
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
    /** The text of the last message that is shown. */
    last: () => element.lastElementChild?.querySelector('p')?.textContent ?? '',
  };
}
