// A single-page app with call buttons: its routes replace all of <main>, as routers do.
// ?room= the agenda's meeting, ?name= yours, ?server= another Visio's address, ?lang= ?theme=
const wishes = new URLSearchParams(location.search);
const lang = wishes.get('lang') ?? navigator.language;
const language = lang.startsWith('fr') ? 'fr' : 'en';
const room = new URL(`/${wishes.get('room') ?? 'vis-iode-mos'}`, location.origin).href;
const name = wishes.get('name') ?? '';
const server = wishes.get('server') ?? location.origin;

const texts = {
  en: {
    agenda: 'Agenda', document: 'Document', messages: 'Messages',
    meeting: 'Weekly meeting', when: 'Today, 14:00 – 14:30', notes: 'Notes', other: 'Interview', later: 'Today, 16:00',
    title: 'Minutes', body: 'Write here. The call makes way for what you write.', text: 'The team met on Monday …',
    share: 'A link for an invitation:', tab: 'In a tab of its own:', inline: 'In this page:',
    grace: 'Grace', hello: 'Are you free for a call?', ring: 'Let it ring here', missed: 'Missed call', refused: 'Declined', cancelled: 'Cancelled', answered: 'Answered',
  },
  fr: {
    agenda: 'Agenda', document: 'Document', messages: 'Messages',
    meeting: 'Point hebdomadaire', when: 'Aujourd’hui, 14 h – 14 h 30', notes: 'Notes', other: 'Entretien', later: 'Aujourd’hui, 16 h',
    title: 'Compte rendu', body: 'Écrivez ici. L’appel s’écarte de ce que vous écrivez.', text: 'L’équipe s’est réunie lundi…',
    share: 'Un lien pour une invitation :', tab: 'Dans un onglet :', inline: 'Dans cette page :',
    grace: 'Grace', hello: 'Êtes-vous disponible pour un appel ?', ring: 'Faire sonner ici', missed: 'Appel manqué', refused: 'Refusé', cancelled: 'Annulé', answered: 'Répondu',
  },
}[language];

document.documentElement.lang = language;
if (wishes.has('theme')) document.documentElement.dataset.theme = wishes.get('theme');

/** Builds an element: a host has its own way of doing this. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const button = (attributes) => make('visio-call-button', { 'display-name': name, ...attributes });

const routes = {
  agenda: () => [
    make('section', { class: 'event' }, make('h2', {}, texts.meeting), make('p', {}, texts.when), button({ url: room }), make('label', {}, texts.notes, make('textarea', { rows: '4' }))),
    make('section', { class: 'event' }, make('h2', {}, texts.other), make('p', {}, texts.later), button({ url: `${location.origin}/oth-erme-etg`, variant: 'quiet' })),
  ],
  document: () => [
    make('article', {},
      make('div', { class: 'bar' }, make('h2', {}, texts.title), button({ server, size: 'small' })),
      make('textarea', { rows: '14', 'aria-label': texts.body }, texts.text),
      make('p', {}, texts.share, ' ', button({ server, open: 'link', variant: 'quiet', size: 'small' })),
      make('p', {}, texts.tab, ' ', button({ server, open: 'tab', variant: 'quiet', size: 'small' })),
      make('div', {}, texts.inline, ' ', button({ url: room, open: 'inline', variant: 'quiet', size: 'small' })),
    ),
  ],
  messages: () => {
    const call = button({ url: room, intent: 'call', to: texts.grace, id: 'grace' });
    const log = make('ul', { class: 'log' }, make('li', {}, `${texts.grace}: ${texts.hello}`));
    for (const result of ['answered', 'refused', 'cancelled', 'missed']) {
      call.addEventListener(`visio-call-${result}`, () => log.append(make('li', { class: 'event-line' }, texts[result])));
    }
    const ring = make('button', { type: 'button' }, texts.ring);
    ring.addEventListener('click', () => void call.ring({ from: texts.grace }));
    return [make('section', {}, make('div', { class: 'bar' }, make('h2', {}, texts.grace), call), log, make('p', {}, ring))];
  },
};

const nav = document.querySelector('nav');
const main = document.querySelector('main');

function show() {
  const route = location.hash.slice(2) in routes ? location.hash.slice(2) : 'agenda';
  main.replaceChildren(...routes[route]());
  for (const link of nav.children) {
    if (link.hash === `#/${route}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

nav.append(...Object.keys(routes).map((route) => make('a', { href: `#/${route}` }, texts[route])));
window.addEventListener('hashchange', show);
show();
