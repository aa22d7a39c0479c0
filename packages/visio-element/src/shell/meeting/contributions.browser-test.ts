import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { LitElement } from 'lit';
import { createMeeting, staticBackend, type Meeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import '../../index.js';
import type { Contribution } from '../../base/contribution.js';
import { button, expectAccessible, nameOf, query, queryAll, text, until } from '../../testing/check.js';
import type { VisioMeeting } from './meeting.js';

const PATH = 'M5 5h14v14H5z';

/** A host's own element, without Lit and without us. */
function note(words: string): () => HTMLElement {
  return () => {
    const element = document.createElement('button');
    element.textContent = words;
    return element;
  };
}

describe('contributions of a host', () => {
  let element: VisioMeeting;
  let meeting: Meeting;

  async function open(contributions: readonly Contribution[], attributes: Readonly<Record<string, string>> = {}) {
    meeting = createMeeting({ engine: simulatedEngine({ sound: false }), backend: staticBackend('wss://simulated', 'any'), displayName: 'Ada' });
    element = document.createElement('visio-meeting');
    element.contributions = contributions;
    element.meeting = meeting;
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.style.setProperty('inline-size', '1200px');
    element.style.setProperty('block-size', '640px');
    document.body.append(element);
    await meeting.join();
    await until(() => bar()?.shadowRoot && query(bar()!, '.leave'));
  }

  const inCall = (name: string) => {
    const call = query<LitElement>(element, 'visio-call');
    return call?.shadowRoot ? query<LitElement>(call, name) : null;
  };
  const bar = () => inCall('visio-bar');

  afterEach(() => {
    element.remove();
    meeting.dispose();
  });

  it('are a button that does what the host says, and shows what the host knows', async () => {
    let clicks = 0;
    await open([
      {
        name: 'document',
        control: {
          label: ({ translator }) => (translator.value.language === 'fr' ? 'Ouvrir le document' : 'Open the document'),
          icon: { path: PATH },
          order: 15,
          badge: () => ({ count: 3, words: '3 changes' }),
          run: () => void clicks++,
        },
      },
    ]);
    const own = button(bar()!, 'Open the document, 3 changes');
    expect(own.querySelector('path')!.getAttribute('d')).to.equal(PATH);
    own.click();
    expect(clicks).to.equal(1);
    element.lang = 'fr';
    await until(() => nameOf(own).startsWith('Ouvrir le document'));
    await expectAccessible(element);
  });

  it('are a panel, a dialog and a popup, fetched when they are first opened, and kept', async () => {
    const loads: string[] = [];
    const acts: (readonly [element: HTMLElement, button: HTMLElement])[] = [];
    const lazy = (name: string) => ({ load: async () => void loads.push(name), element: note(name) });
    const control = (label: string, order: number) => ({ label: () => label, icon: 'chat' as const, order });
    await open([
      { name: 'tasks', control: control('Tasks', 11), panel: { title: () => 'My tasks', action: { label: () => 'New task', icon: 'chat', run: (...about) => void acts.push(about) }, ...lazy('panel') } },
      { name: 'about', control: control('About', 12), dialog: { title: () => 'About this', ...lazy('dialog') } },
      { name: 'moods', control: control('Moods', 13), popup: lazy('popup') },
    ]);
    expect(loads).to.deep.equal([]);

    button(bar()!, 'Tasks').click();
    const panel = await until(() => inCall('visio-panel')?.shadowRoot && query(inCall('visio-panel')!, '.content button'));
    expect(text(panel)).to.equal('panel');
    expect(text(query(inCall('visio-panel')!, 'h2'))).to.equal('My tasks');
    const action = button(inCall('visio-panel')!, 'New task');
    action.click();
    expect(acts).to.deep.equal([[panel, action]]);
    expect(button(bar()!, 'Tasks').ariaExpanded).to.equal('true');

    button(bar()!, 'About').click();
    const dialog = await until(() => inCall('visio-dialog')?.shadowRoot && query<HTMLDialogElement>(inCall('visio-dialog')!, 'dialog[open]'));
    await until(() => query(inCall('visio-dialog')!, '.content button'));
    expect(dialog.matches(':modal')).to.equal(true);
    expect(text(dialog.querySelector('h2'))).to.equal('About this');
    await expectAccessible(element);
    await sendKeys({ press: 'Escape' });
    await until(() => !dialog.open && button(bar()!, 'About').ariaExpanded === 'false');

    button(bar()!, 'Moods').click();
    await until(() => query(bar()!, 'visio-popup')!.shadowRoot && query(query(bar()!, 'visio-popup')!, '.popup button'));
    await sendKeys({ press: 'Escape' });
    await until(() => button(bar()!, 'Moods').ariaExpanded === 'false');

    button(bar()!, 'Moods').click();
    await until(() => button(bar()!, 'Moods').ariaExpanded === 'true');
    expect(loads).to.deep.equal(['panel', 'dialog', 'popup']);
  });

  it('say so when they cannot be fetched, and are tried again', async () => {
    let tries = 0;
    await open([
      {
        name: 'tasks',
        control: { label: () => 'Tasks', icon: 'chat', order: 11 },
        panel: {
          title: () => 'Tasks',
          load: async () => {
            if (++tries === 1) throw new Error('offline');
          },
          element: note('There'),
        },
      },
    ]);
    button(bar()!, 'Tasks').click();
    const again = await until(() => inCall('visio-panel')?.shadowRoot && query<HTMLElement>(inCall('visio-panel')!, '[role=alert] button'));
    again.click();
    await until(() => text(query(inCall('visio-panel')!, '.content button')) === 'There');
    expect(tries).to.equal(2);
  });

  it('lie over the stage, and let clicks through where they are empty', async () => {
    await open([{ name: 'logo', overlay: { element: note('Logo') } }]);
    const overlay = await until(() => inCall('visio-overlays')?.shadowRoot && queryAll(inCall('visio-overlays')!, '.overlay').find((each) => text(each) === 'Logo'));
    expect(getComputedStyle(overlay).pointerEvents).to.equal('none');
  });

  it('stand where the host wants them, among ours, and behind "more" in the menu', async () => {
    const control = (label: string) => ({ label: () => label, icon: 'chat' as const, order: 500 });
    await open(
      [
        { name: 'tasks', control: control('Tasks') },
        { name: 'notes', control: control('Notes') },
      ],
      { controls: 'camera notes chat more tasks' },
    );
    await until(() => queryAll(bar()!, '.controls button').map(nameOf).join() === 'Turn off camera,Notes,Chat,More,Leave the meeting');
    element.controls = 'notes';
    await until(() => queryAll(bar()!, '.controls button').map(nameOf).join() === 'Notes,Leave the meeting');
  });
});
