// The messages are those of La Suite Meet: numbers for types, and `source`, which the receiver checks beside the browser's word.
const CALLBACK_ID = 0;
const ROOM_DATA = 1;
const KEY = 'popup_callback_id';

const texts = {
  en: { wait: 'Preparing your meeting…', failed: 'The meeting could not be made. Close this window and try again.' },
  fr: { wait: 'Préparation de votre réunion…', failed: 'La réunion n’a pas pu être créée. Fermez cette fenêtre et réessayez.' },
};
const language = navigator.language.startsWith('fr') ? 'fr' : 'en';
document.documentElement.lang = language;
const say = (key) => (document.querySelector('[role=status]').textContent = texts[language][key]);

const before = sessionStorage.getItem(KEY);

// Signing in may have cut what ties us to the opener: then it asks for the room by its callback id.
await make().catch(() => say('failed'));

async function make() {
  say('wait');
  const callbackId = before ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  sessionStorage.setItem(KEY, callbackId);
  if ((await fetch('/dev/session/').then((answer) => answer.json())).name === null) {
    tell({ type: CALLBACK_ID, callbackId });
    location.replace(`/api/v1.0/authenticate/?${new URLSearchParams({ returnTo: location.href })}`);
    return;
  }
  const response = await fetch('/api/v1.0/rooms/', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-csrftoken': document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? '' },
    body: JSON.stringify({ name: roomName(), callback_id: callbackId }),
  });
  if (!response.ok) throw new Error(String(response.status));
  const { slug } = await response.json();
  sessionStorage.removeItem(KEY);
  tell({ type: ROOM_DATA, room: { slug } });
  window.close();
}

/** To who opened it, if that is a page of this origin. */
function tell(message) {
  window.opener?.postMessage({ source: location.origin, ...message }, location.origin);
}

function roomName() {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3, 7)}-${letters.slice(7)}`;
}
