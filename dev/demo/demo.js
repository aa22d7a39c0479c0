// A host page. What it wants of the meeting is in its address:
// ?room= ?name= ?lang= ?theme= ?moderator=1 and, without a server, ?engine=simulated&scenario=
const wishes = new URLSearchParams(location.search);
const room = wishes.get('room') ?? 'demo';
const lang = wishes.get('lang');

const meeting = document.createElement('visio-meeting');
meeting.setAttribute('room', room);
if (lang) meeting.setAttribute('lang', lang);
if (wishes.has('name')) meeting.setAttribute('display-name', wishes.get('name'));
if (wishes.has('theme')) {
  meeting.setAttribute('theme', wishes.get('theme'));
  document.documentElement.dataset.theme = wishes.get('theme');
}

if (wishes.get('engine') === 'simulated') {
  meeting.meeting = await simulatedMeeting();
} else {
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

/** As La Suite Meet's API has it: who asks is in the LiveKit token. */
async function post(action, body, { room, token }) {
  const response = await fetch(`/api/v1.0/rooms/${encodeURIComponent(room)}/${action}/`, {
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

// The page's own header.
const texts = {
  en: { room: 'Room', go: 'Go', second: 'Open a second tab' },
  fr: { room: 'Salon', go: 'Aller', second: 'Ouvrir un deuxième onglet' },
};
const language = (lang ?? navigator.language).startsWith('fr') ? 'fr' : 'en';
document.documentElement.lang = language;

const form = document.querySelector('form');
const second = document.querySelector('#second');
form.querySelector('label').textContent = texts[language].room;
form.querySelector('button').textContent = texts[language].go;
form.elements.room.value = room;
second.textContent = texts[language].second;
second.href = location.href;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  wishes.set('room', form.elements.room.value.trim());
  location.search = wishes;
});
