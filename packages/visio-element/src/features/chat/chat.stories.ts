import './define.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
import { query, until } from '../../testing/find.js';
import type { Story, StoryMeta } from '../../testing/story.js';

const TOPIC = 'lk.chat';

const TALK: readonly (readonly [from: string, text: string])[] = [
  ['camille-laurent', 'Bonjour à tous ! L’ordre du jour est ici : https://docs.example.org/ordre-du-jour?date=2027-01-14'],
  ['karim-benali', 'Merci Camille.'],
  ['karim-benali', 'I will be two minutes late for the second point.\nPlease start without me:\n  1. budget\n  2. calendar'],
  ['local', 'No problem, see you then 👋'],
  ['elise-fontaine', '<b>This is not bold</b>, and javascript:alert(1) is no link.'],
  ['elise-fontaine', 'مرحبا بكم في الاجتماع'],
  ['local', 'The address is https://example.org/a/very/long/path/that/does/not/fit/into/one/line/of/a/narrow/panel (thanks!)'],
];

async function say({ meeting, director }: Simulation, lines: typeof TALK): Promise<void> {
  for (const [from, text] of lines) {
    if (from === 'local') await meeting.chat.send(text);
    else director.sendText(from, TOPIC, text);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function show(args: StoryArgs, prepare: (simulation: Simulation) => unknown, words?: string): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate({ camera: false, microphone: false, ...args });
    frame.ends.add(() => simulation.meeting.dispose());
    await simulation.meeting.join();
    await prepare(simulation);
    const chat = createView('visio-chat', simulation.view);
    frame.append(chat);
    if (words === undefined) return;
    await chat.updateComplete;
    await chat.openSearch(chat);
    const field = query<HTMLInputElement>(chat, 'input[type=search]')!;
    field.value = words;
    field.dispatchEvent(new Event('input'));
    await until(() => query(chat, '.count')?.textContent);
  })();
  return frame;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Chat',
  component: 'visio-chat',
  args: { language: 'en', theme: 'auto', width: 360, height: 640, scenario: 'team-9' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr', 'de', 'nl'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, (simulation) => say(simulation, TALK)),
};
export default meta;

export const Empty: Story<StoryArgs> = { render: (args) => show(args, () => undefined) };

export const Talk: Story<StoryArgs> = {};

export const French: Story<StoryArgs> = { args: { language: 'fr', theme: 'dark', width: 320 } };

const FRENCH: typeof TALK = [
  ['camille-laurent', 'On se revoit cet été ?'],
  ['local', 'Oui, l’ÉTÉ prochain, comme en été 2026.'],
  ['karim-benali', 'Pas avant la rentrée pour moi : https://docs.example.org/ete-2027'],
];

export const Found: Story<StoryArgs> = {
  render: (args) => show(args, (simulation) => say(simulation, [...FRENCH, ...TALK.slice(0, 3)]), 'ete'),
};

export const FoundInTheDark: Story<StoryArgs> = { ...Found, args: { theme: 'dark', language: 'fr', width: 320 } };

export const NothingFound: Story<StoryArgs> = {
  render: (args) => show(args, (simulation) => say(simulation, TALK), 'automne'),
};

export const Failed: Story<StoryArgs> = {
  render: (args) =>
    show(args, async (simulation) => {
      await say(simulation, TALK.slice(0, 4));
      simulation.director.sendText('karim-benali', TOPIC, 'Frist', { id: 'edited' });
      await new Promise((resolve) => setTimeout(resolve, 50));
      simulation.director.sendText('karim-benali', TOPIC, 'First', { id: 'edited' });
      simulation.director.reconnect(60_000);
      void simulation.meeting.chat.send('Does anyone hear me?').catch(() => undefined);
      setTimeout(() => simulation.director.drop('connection-lost'), 60);
    }),
};

/** A picture of waves, drawn here. */
async function drawPicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(640, 400);
  const context = canvas.getContext('2d')!;
  for (let i = 0; i < 8; i++) {
    context.fillStyle = `hsl(${200 + i * 8} 60% ${30 + i * 7}%)`;
    context.beginPath();
    context.ellipse(320, 120 + i * 60, 520 - i * 20, 120, 0, 0, 7);
    context.fill();
  }
  return canvas.convertToBlob();
}

async function exchange({ meeting, director }: Simulation): Promise<void> {
  const receive = (from: string, file: Blob, name: string, options: Parameters<typeof director.sendFile>[3] = {}) => {
    director.sendText(from, TOPIC, name, { attachments: [name] });
    director.sendFile(from, TOPIC, file, { id: name, name, ...options });
  };
  receive('camille-laurent', await drawPicture(), 'vagues.png');
  receive('camille-laurent', new Blob([new Uint8Array(1_840_000)]), 'Compte rendu du comité de pilotage du 14 janvier 2027, version relue.pdf');
  receive('karim-benali', new Blob([new Uint8Array(20_000)]), 'budget.ods', { ms: 3_600_000 });
  receive('elise-fontaine', new Blob(['x']), 'film.mp4', { size: 90_000_000 });
  director.sendText('elise-fontaine', TOPIC, 'Here is what we spoke of', { attachments: ['slides.pdf'] });
  director.sendFile('elise-fontaine', TOPIC, new Blob([new Uint8Array(345_000)]), { id: 'slides.pdf', name: 'slides.pdf' });
  await meeting.chat.sendFile(new File(['words'], 'notes.txt'));
  void meeting.chat.sendFile(new File([new Uint8Array(10_000_000)], 'recording.ogg')).catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 600));
  director.reconnect(3_600_000);
}

export const Files: Story<StoryArgs> = { render: (args) => show(args, exchange), args: { height: 900 } };

export const FilesInTheDark: Story<StoryArgs> = { render: (args) => show(args, exchange), args: { theme: 'dark', language: 'fr', width: 320 } };

async function fill({ director }: Simulation): Promise<void> {
  const people = ['camille-laurent', 'karim-benali', 'elise-fontaine'];
  for (let i = 0; i < 5_000; i++) director.sendText(people[(i >> 2) % 3]!, TOPIC, `${i + 1}. ${'Some words of a message. '.repeat((i * 7) % 5)}`);
  await new Promise((resolve) => setTimeout(resolve, 60));
}

export const FiveThousand: Story<StoryArgs> = { name: '5,000 messages', render: (args) => show(args, fill) };

export const FoundInFiveThousand: Story<StoryArgs> = { name: 'Found in 5,000 messages', render: (args) => show(args, fill, 'WORDS') };
