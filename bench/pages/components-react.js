// LiveKit's React components as their guide shows them: PreJoin, then LiveKitRoom with VideoConference. All in one:
// the two share nearly all of their code, so that splitting them saves nothing, and Suspense would hold back the call.
import { LiveKitRoom, PreJoin, setLogLevel, VideoConference } from '@livekit/components-react';
import { Room } from 'livekit-client';
import { createElement as h, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { connected, credentials, isSeen, me, offer, roomOptions, stage } from './contract.js';

// The client's too. No page writes a log.
setLogLevel('silent', { liveKitClientLogLevel: 'silent' });

const room = new Room(roomOptions);

/** @type {(import('./contract.js').Entry & { onConnected: () => void }) | undefined} */
let entry;
/** @type {(screen: 'lobby' | 'call') => void} */
let go;

/** @param {{ first: 'lobby' | 'call' }} props */
function App({ first }) {
  const [screen, setScreen] = useState(first);
  go = setScreen;
  const { url, token, devices, onConnected } = entry;
  if (screen === 'lobby') {
    return h(PreJoin, { defaults: { username: me, videoEnabled: devices, audioEnabled: devices }, persistUserChoices: false });
  }
  return h(
    LiveKitRoom,
    { room, serverUrl: url, token, connect: true, audio: devices, video: devices, onConnected, style: { height: '100%' } },
    h(VideoConference),
  );
}

function toggleChat() {
  /** @type {HTMLElement} */ (document.querySelector('.lk-chat-toggle')).click();
}

offer({
  async lobby(options) {
    entry = { ...options, onConnected: connected };
    flushSync(() => createRoot(stage).render(h(App, { first: 'lobby' })));
  },
  async join() {
    await new Promise((resolve) => {
      entry.onConnected = () => resolve(connected());
      go('call');
    });
  },
  async direct(devices) {
    entry = { ...(await credentials()), devices, onConnected: connected };
    createRoot(stage).render(h(App, { first: 'call' }));
  },
  room: async () => room,
  shown() {
    return [...document.querySelectorAll('.lk-participant-tile')]
      .filter((tile) => tile.getAttribute('data-lk-local-participant') !== 'true')
      .map((tile) => ({
        name: tile.querySelector('.lk-participant-name').textContent,
        muted: isSeen(tile.querySelector('.lk-track-muted-indicator-microphone[data-lk-muted=true]')),
        speaking: tile.getAttribute('data-lk-speaking') === 'true',
        poor: tile.querySelector('.lk-connection-quality, [data-lk-quality]')?.getAttribute('data-lk-quality') === 'poor',
      }));
  },
  turn(direction) {
    const [previous, next] = document.querySelectorAll('.lk-pagination-control button');
    /** @type {HTMLElement} */ (direction === 'next' ? next : previous).click();
  },
  // The button of the first tile pins, and that of the large one lets go: the same place in the document.
  pin: () => /** @type {HTMLElement} */ (document.querySelector('.lk-focus-toggle-button')).click(),
  openChat: async () => toggleChat(),
  closeChat: toggleChat,
  lastMessage: () => [...document.querySelectorAll('.lk-chat-messages .lk-message-body')].at(-1)?.textContent ?? '',
});
