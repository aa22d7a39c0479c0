// The messages are those of La Suite Meet: numbers from its window, words to the page around.
const CALLBACK_ID = 0;
const ROOM_DATA = 1;

const texts = {
  en: { create: 'Create', wait: 'Waiting…', join: 'Join with Visio', copy: 'Copy link', reset: 'Reset' },
  fr: { create: 'Créer', wait: 'En attente…', join: 'Rejoindre avec Visio', copy: 'Copier le lien', reset: 'Réinitialiser' },
};
const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
const say = texts[language];
document.documentElement.lang = language;

const wishes = new URLSearchParams(location.search);
let slug = wishes.get('slug')?.trim() ?? '';
let timer;

/** @param {'ROOM_CREATED' | 'STATE_CLEAR'} type */
const tellParent = (type, data) => window.parent.postMessage({ type, data }, '*');

function make(tag, properties, text = '') {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(text);
  return element;
}

function show(isPending = false) {
  const reset = make('button', { className: 'quiet', onclick: clear, ariaLabel: say.reset }, '✕');
  const row = document.createElement('div');
  if (isPending) row.append(make('span', { role: 'status' }, say.wait), reset);
  else if (slug === '') row.append(make('button', { onclick: create }, say.create));
  else {
    const url = `${location.origin}/${slug}`;
    row.append(make('a', { href: url, target: '_blank' }, say.join));
    row.append(make('button', { className: 'quiet', onclick: () => navigator.clipboard.writeText(url) }, say.copy));
    if (wishes.get('readOnly') === 'false') row.append(reset);
  }
  document.body.replaceChildren(row);
}

function create() {
  show(true);
  const popup = window.open(`${location.origin}/sdk/create-popup`, 'CreatePopupWindow', 'popup,width=600,height=800,left=100,top=100');
  if (popup) popup.focus();
  else show();
}

function clear() {
  clearInterval(timer);
  slug = '';
  show();
  tellParent('STATE_CLEAR', {});
}

function made(room) {
  clearInterval(timer);
  slug = room.slug;
  show();
  tellParent('ROOM_CREATED', { room: { url: `${location.origin}/${room.slug}`, ...room } });
}

/** Asks for a room that the window makes when it is signed in, and may then be unable to tell of. */
async function ask(callbackId) {
  const response = await fetch('/api/v1.0/rooms/creation-callback/', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ callback_id: callbackId }),
  });
  const { room } = response.ok ? await response.json() : {};
  if (room?.slug) made(room);
}

// Whom it is from is what the message says, as in La Suite Meet.
window.addEventListener('message', ({ data }) => {
  if (data?.source !== location.origin) return;
  if (data.type === CALLBACK_ID) {
    clearInterval(timer);
    timer = setInterval(() => void ask(data.callbackId), 1000);
  } else if (data.type === ROOM_DATA && data.room) made(data.room);
});

show();
