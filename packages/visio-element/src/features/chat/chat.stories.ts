import './define.js';
import { createFrame, createView, simulate, type Simulation, type StoryArgs } from '../../testing/simulate.js';
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

function show(args: StoryArgs, prepare: (simulation: Simulation) => unknown): HTMLElement {
  const frame = createFrame(args);
  void (async () => {
    const simulation = await simulate({ camera: false, microphone: false, ...args });
    frame.ends.add(() => simulation.meeting.dispose());
    await simulation.meeting.join();
    await prepare(simulation);
    frame.append(createView('visio-chat', simulation.view));
  })();
  return frame;
}

const meta: StoryMeta<StoryArgs> = {
  title: 'Elements/Chat',
  component: 'visio-chat',
  args: { language: 'en', theme: 'auto', width: 360, height: 640, scenario: 'team-9' },
  argTypes: {
    language: { control: 'inline-radio', options: ['en', 'fr'] },
    theme: { control: 'inline-radio', options: ['auto', 'light', 'dark'] },
  },
  render: (args) => show(args, (simulation) => say(simulation, TALK)),
};
export default meta;

export const Empty: Story<StoryArgs> = { render: (args) => show(args, () => undefined) };

export const Talk: Story<StoryArgs> = {};

export const French: Story<StoryArgs> = { args: { language: 'fr', theme: 'dark', width: 320 } };

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

export const FiveThousand: Story<StoryArgs> = {
  name: '5,000 messages',
  render: (args) =>
    show(args, async (simulation) => {
      const people = ['camille-laurent', 'karim-benali', 'elise-fontaine'];
      for (let i = 0; i < 5_000; i++) simulation.director.sendText(people[(i >> 2) % 3]!, TOPIC, `${i + 1}. ${'Some words of a message. '.repeat((i * 7) % 5)}`);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }),
};
