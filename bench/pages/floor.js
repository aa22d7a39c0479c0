// The floor: as little as shows the same people with the same marks. 25 tiles that stay, and are filled anew; what
// the room tells goes straight into the one place that shows it. No framework, no transitions, no second language.
import { RoomEvent } from 'livekit-client';
import { bareRoom } from './bare-room.js';
import { offer, stage } from './contract.js';
import { createChat } from './floor-chat.js';
import { createTile } from './floor-tile.js';

const TILES = 25;

const style = document.createElement('style');
style.textContent = `
  #root { display: grid; grid-template-rows: 1fr auto; font: 14px sans-serif; background: #111; color: #fff; }
  .grid { display: grid; grid-template: repeat(5, 1fr) / repeat(5, 1fr); gap: 12px; padding: 12px; min-height: 0; }
  .tile { position: relative; display: grid; place-items: center; overflow: clip; border-radius: 12px; background: #333; }
  .speaking { outline: 3px solid #5b8cff; }
  .avatar { padding: 24px; border-radius: 50%; background: #555; }
  .label, .quality { position: absolute; left: 8px; bottom: 8px; padding: 2px 8px; border-radius: 8px; background: #0008; }
  .quality { left: auto; bottom: auto; right: 8px; top: 8px; }
  [hidden] { display: none; }
  svg { width: 16px; height: 16px; stroke: currentColor; fill: none; }
  video { position: absolute; width: 100%; height: 100%; object-fit: cover; }
`;
const grid = document.createElement('div');
grid.className = 'grid';
const pager = document.createElement('nav');
const count = document.createElement('span');
const [previous, next] = ['Previous', 'Next'].map((text) => Object.assign(document.createElement('button'), { textContent: text }));
pager.append(previous, count, next);

const tiles = Array.from({ length: TILES }, createTile);
/** Everyone, oneself first, in the order in which they came. @type {import('livekit-client').Participant[]} */
const people = [];
/** @type {Set<import('livekit-client').Participant>} */
let speakers = new Set();
let page = 0;
const chat = createChat();

/** @param {import('livekit-client').Participant} person */
const tileOf = (person) => tiles.find((tile) => tile.person === person);

/** Fills the tiles of this page from the one at `from` on. */
function fill(from = 0) {
  for (let i = from; i < TILES; i++) tiles[i].show(people[page * TILES + i]);
}

function showPages() {
  const pages = Math.ceil(people.length / TILES);
  count.textContent = `${page + 1} of ${pages}`;
  pager.hidden = pages <= 1;
}

/** @param {number} to */
function go(to) {
  if (to < 0 || to * TILES >= people.length) return;
  page = to;
  fill();
  showPages();
}
previous.onclick = () => go(page - 1);
next.onclick = () => go(page + 1);

/** @param {import('livekit-client').Room} room */
function watch(room) {
  chat.watch(room);
  /** @param {import('livekit-client').Participant} person */
  const add = (person) => {
    const i = people.push(person) - 1 - page * TILES;
    if (i >= 0 && i < TILES) tiles[i].show(person);
    showPages();
  };
  room
    .on(RoomEvent.Connected, () => {
      people.push(room.localParticipant);
      room.remoteParticipants.forEach((person) => people.push(person));
      stage.append(style, grid, pager);
      grid.append(...tiles.map(({ element }) => element));
      fill();
      showPages();
    })
    .on(RoomEvent.ParticipantConnected, add)
    .on(RoomEvent.ParticipantDisconnected, (person) => {
      const i = people.indexOf(person);
      people.splice(i, 1);
      if (page * TILES >= people.length) page--;
      if (i < (page + 1) * TILES) fill(Math.max(0, i - page * TILES));
      showPages();
    })
    .on(RoomEvent.ActiveSpeakersChanged, (active) => {
      const now = new Set(active);
      for (const person of speakers) if (!now.has(person)) tileOf(person)?.showSpeaking();
      for (const person of now) if (!speakers.has(person)) tileOf(person)?.showSpeaking();
      speakers = now;
    });
  for (const event of [RoomEvent.TrackPublished, RoomEvent.TrackUnpublished, RoomEvent.TrackMuted, RoomEvent.TrackUnmuted]) {
    room.on(event, (_, person) => tileOf(person)?.showMuted());
  }
  room
    .on(RoomEvent.ConnectionQualityChanged, (_, person) => tileOf(person)?.showQuality())
    .on(RoomEvent.TrackSubscribed, (_track, _publication, person) => tileOf(person)?.showVideo());
}

offer({
  ...bareRoom(watch),
  shown: () => tiles.filter(({ person }) => person && !person.isLocal).map((tile) => tile.read()),
  turn: (direction) => (direction === 'next' ? next : previous).click(),
  openChat: chat.open,
  closeChat: chat.close,
  openSearch: chat.openSearch,
  search: chat.search,
  found: chat.found,
  closeSearch: chat.closeSearch,
  lastMessage: chat.last,
});
