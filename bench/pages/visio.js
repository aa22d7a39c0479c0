// Ours, as a host embeds it: the page has the element's own script.
import { connected, credentials, isSeen, me, offer, stage as root } from './contract.js';

/** @type {any} */
const element = document.createElement('visio-meeting');
element.displayName = me;
element.lang = 'en';
element.addEventListener('visio-joined', connected);

/** @type {any} looked up once: finding it is not what is measured */
let stage;
/** Who was made large. */
let pinned = '';

offer({
  async lobby({ url, token, devices }) {
    Object.assign(element, { serverUrl: url, token, ...inputs(devices) });
    const shown = new Promise((resolve) => element.addEventListener('visio-state-changed', resolve, { once: true }));
    root.append(element);
    await shown;
    // It fetches these by itself, while the person looks at the lobby.
    await element.meeting.engine.load();
    await customElements.whenDefined('visio-call');
  },
  join: () => element.join(),
  async direct(devices) {
    const tokenProvider = async () => {
      const { url, token } = await credentials();
      return { serverUrl: url, token };
    };
    Object.assign(element, { intent: 'call', tokenProvider, ...inputs(devices) });
    root.append(element);
  },
  async room() {
    const { livekitRoom } = await import(new URL('room.js', location.href).href);
    stage = element.shadowRoot.querySelector('visio-call').shadowRoot.querySelector('visio-stage').shadowRoot;
    return livekitRoom(element.meeting);
  },
  shown: () => [...stage.querySelectorAll('visio-tile')].map(readTile).filter(({ name }) => name !== 'You'),
  turn: (direction) => stage.querySelector(`.${direction}`).click(),
  pin(on) {
    const { layout, roster } = element.meeting;
    if (on) pinned = roster.ids.peek()[1];
    void layout[on ? 'pin' : 'unpin'](pinned);
  },
  async people(open) {
    toggle('people');
    if (open) await customElements.whenDefined('visio-people');
  },
  async openChat() {
    toggle('chat');
    await customElements.whenDefined('visio-chat');
  },
  closeChat: () => toggle('chat'),
  async openSearch() {
    call().querySelector('visio-panel').shadowRoot.querySelector('header button').click();
    while (!finder()) await new Promise((resolve) => setTimeout(resolve, 20));
  },
  search(words) {
    const field = finder().querySelector('input');
    field.value = words;
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
  },
  // "3 of 4,285"
  found: () => Number(finder().querySelector('.count').textContent.split(' of ')[1]?.replaceAll(',', '') ?? 0),
  closeSearch: () => finder().querySelector('button:last-of-type').click(),
  lastMessage: () => [...(chat()?.shadowRoot.querySelectorAll('.bubble') ?? [])].at(-1)?.textContent.trim() ?? '',
});

const call = () => element.shadowRoot.querySelector('visio-call').shadowRoot;
const chat = () => call().querySelector('visio-panel')?.shadowRoot.querySelector('visio-chat');

const finder = () => chat()?.shadowRoot.querySelector('.find');

/** A panel, by its button, as a person does. @param {string} name */
function toggle(name) {
  call().querySelector('visio-bar').shadowRoot.querySelector(`[data-control=${name}]`).click();
}

/** @param {boolean} on */
function inputs(on) {
  const state = on ? 'on' : 'off';
  return { microphone: state, camera: state };
}

/**
 * Both what is drawn and what is told to screen readers must say it.
 * @param {Element} tile
 */
function readTile({ shadowRoot }) {
  const box = shadowRoot.querySelector('[part~=tile]');
  const [name, ...marks] = box.getAttribute('aria-label').split(', ');
  return {
    name,
    muted: marks.includes('Microphone off') && isSeen(shadowRoot.querySelector('.name.muted svg')),
    speaking: marks.includes('Speaking') && box.classList.contains('speaking'),
    poor: marks.includes('Weak connection') && isSeen(shadowRoot.querySelector('.quality svg')),
  };
}
