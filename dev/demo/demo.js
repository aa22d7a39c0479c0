// A host page. What it wants of the meeting is in its address:
// ?room= ?name= ?lang= ?theme= ?moderator=1 and, without a server, ?engine=simulated&scenario=
// Or it is the address of a meeting as La Suite Meet has them, /abc-defg-hij, with ?as=olive of the development
// backend's people, or ?as= for a guest.
const wishes = new URLSearchParams(location.search);
const isAddress = /^\/[a-z]{3}-?[a-z]{4}-?[a-z]{3}$/i.test(location.pathname);
const room = isAddress ? location.pathname.slice(1) : (wishes.get('room') ?? 'demo');
const lang = wishes.get('lang');
if (wishes.has('as')) await send('/dev/sign-in/', { as: wishes.get('as') });

const meeting = document.createElement('visio-meeting');
if (isAddress) meeting.setAttribute('url', location.origin + location.pathname);
else meeting.setAttribute('room', room);
if (lang) meeting.setAttribute('lang', lang);
if (wishes.has('name')) meeting.setAttribute('display-name', wishes.get('name'));
if (wishes.has('theme')) {
  meeting.setAttribute('theme', wishes.get('theme'));
  document.documentElement.dataset.theme = wishes.get('theme');
}

if (wishes.get('engine') === 'simulated') {
  meeting.meeting = await simulatedMeeting();
} else if (!isAddress) {
  meeting.backend = {
    credentials: fetchCredentials,
    hands: {
      setRaised: (raised, session) => post('toggle-hand', { raised }, session),
      lower: (identity, session) =>
        post('update-participant', { participant_identity: identity, attributes: { handRaisedAt: '' } }, session),
    },
  };
}

meeting.addEventListener('visio-joined', () => (document.title = `${room} – Visio demo`));
meeting.addEventListener('visio-left', () => (document.title = 'Visio demo'));
meeting.addEventListener('visio-error', ({ detail }) => console.warn('visio-error', detail.error.code));
document.querySelector('main').append(meeting);

async function fetchCredentials({ room, displayName, signal }) {
  const response = await fetch('/api/token', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      room_name: room,
      participant_name: displayName,
      ...(wishes.has('moderator') && { participant_attributes: { room_role: 'administrator' } }),
    }),
    signal,
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return { serverUrl: answer.server_url, token: answer.participant_token };
}

/** Who asks is in the LiveKit token. */
async function post(action, body, { room, token }) {
  const response = await fetch(`/api/rooms/${encodeURIComponent(room)}/${action}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${action}: ${response.status}`);
}

async function simulatedMeeting() {
  const [{ createMeeting, staticBackend }, { simulatedEngine }] = await Promise.all([
    import('/visio-element/visio-core.js'),
    import('/visio-element/simulated.js'),
  ]);
  return createMeeting({
    engine: simulatedEngine({ scenario: wishes.get('scenario') ?? 'team-9' }),
    backend: staticBackend('wss://simulated', 'any'),
    room,
    displayName: wishes.get('name') ?? '',
  });
}

function send(path, body, headers = {}) {
  return fetch(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
}

// The page's own header.
const texts = {
  en: { room: 'Room', go: 'Go', second: 'Open a second tab', other: 'Another person', make: 'New meeting', guest: 'Sign in', button: 'Call button' },
  fr: {
    room: 'Salon',
    go: 'Aller',
    second: 'Ouvrir un deuxième onglet',
    other: 'Une autre personne',
    make: 'Nouvelle réunion',
    guest: 'Se connecter',
    button: 'Bouton d’appel',
  },
};
const language = (lang ?? navigator.language).startsWith('fr') ? 'fr' : 'en';
const words = texts[language];
document.documentElement.lang = language;

const form = document.querySelector('form');
const second = document.querySelector('#second');
const make = document.querySelector('#make');
const person = document.querySelector('#person');
form.querySelector('label').textContent = words.room;
form.querySelector('button').textContent = words.go;
form.elements.room.value = room;
document.querySelector('#button').textContent = words.button;
second.textContent = isAddress ? words.other : words.second;
second.href = isAddress ? elsewhere().href : location.href;
make.textContent = words.make;
person.hidden = !isAddress;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  wishes.set('room', form.elements.room.value.trim());
  location.assign(`/?${wishes}`);
});
make.addEventListener('click', makeMeeting);
make.hidden = wishes.has('engine');
if (wishes.has('new')) await makeMeeting();
if (isAddress) {
  const { name } = await (await fetch('/dev/session/')).json();
  person.textContent = name ?? words.guest;
  person.href = signInTo(location.pathname);
}

/** The same page by this machine's other name, for which the browser keeps other cookies. */
function elsewhere() {
  const url = new URL(location.pathname, location.origin);
  url.hostname = location.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return url;
}

function signInTo(path) {
  return `/api/v1.0/authenticate/?${new URLSearchParams({ returnTo: path })}`;
}

async function makeMeeting() {
  const token = /csrftoken=([^;]+)/.exec(document.cookie)?.[1];
  const letters = (count) => String.fromCharCode(...crypto.getRandomValues(new Uint8Array(count)).map((byte) => 97 + (byte % 26)));
  const name = [3, 4, 3].map(letters).join('-');
  const response = await send('/api/v1.0/rooms/', { name }, { 'x-csrftoken': token ?? '' });
  location.assign(response.ok ? `/${name}` : signInTo('/?new'));
}
