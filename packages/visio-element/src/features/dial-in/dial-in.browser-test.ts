import { expect } from '@open-wc/testing';
import { createMeeting } from 'visio-core';
import { simulatedEngine } from 'visio-core/engines/simulated';
import { loadTranslator } from 'visio-core/i18n';
import '../people/define.js';
import './define.js';
import { button, expectAccessible, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView } from '../../testing/simulate.js';
import { createViewState } from '../../shell/meeting/view-state.js';
import { features } from '../index.js';
import { dialIn as contribution } from './contribution.js';

const DIAL_IN = { number: '+33123456789', pin: '1234567890' };
const LINE = 'Par téléphone\u00a0: +33 1 23 45 67 89, puis le code PIN 123 456 7890#';

describe('How one joins by telephone', () => {
  const clipboard = navigator.clipboard;
  let copied: string[];
  let frame: HTMLElement;
  let end = () => {};

  async function open(name: 'visio-dial-in' | 'visio-invitation', dialIn: { number: string; pin: string } | undefined = DIAL_IN, invitation?: string) {
    const backend = {
      credentials: async () => ({ serverUrl: 'wss://simulated', token: 'plain', offers: { ...(dialIn && { dialIn }), ...(invitation !== undefined && { invitation }) } }),
    };
    const meeting = createMeeting({ engine: simulatedEngine({ sound: false, scenario: {} }), backend, microphone: false, camera: false });
    const translator = await loadTranslator('fr');
    await translator.loadRest();
    const view = { meeting, ...createViewState(translator, features) };
    expect(contribution.control!.available!(view)).to.equal(false);
    await meeting.join();
    frame = createFrame({ width: 320, height: 480 });
    document.body.append(frame);
    const element = createView(name, view);
    frame.append(element);
    await element.updateComplete;
    end = () => meeting.dispose();
    return { element, meeting, view };
  }

  beforeEach(() => {
    copied = [];
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (words: string) => void copied.push(words) } });
  });

  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    end();
    frame.remove();
  });

  it('is shown in groups, called by a click, and copied in one line', async () => {
    const { element, view } = await open('visio-dial-in');
    expect(contribution.control!.available!(view)).to.equal(true);
    expect(queryAll(element, 'dd').map(text)).to.deep.equal(['+33 1 23 45 67 89', '123 456 7890 #']);
    expect(query<HTMLAnchorElement>(element, 'a')!.href).to.equal('tel:+33123456789,,1234567890%23');
    await expectAccessible(frame);
    expect(element.scrollWidth).to.be.at.most(320);
    const copy = query(element, 'visio-copy-dial-in')!;
    button(copy, 'Copier le numéro et le code').click();
    await until(() => text(query(copy, 'button')) === 'Numéro et code copiés');
    expect(copied).to.deep.equal([LINE]);
  });

  it('is text, whatever a backend says', async () => {
    const { element } = await open('visio-dial-in', { number: '<img src=x>', pin: 'javascript:1' });
    expect(queryAll(element, 'dd').map(text)).to.deep.equal(['<img src=x>', 'jav asc ript:1 #']);
    expect(queryAll(element, 'a, img')).to.deep.equal([]);
  });

  it('is in the invitation, in the same words', async () => {
    const { element, meeting } = await open('visio-invitation', DIAL_IN, 'https://visio.example/abc-defg-hij');
    const copy = async () => {
      const before = copied.length;
      query(element, 'button')!.click();
      await until(() => copied.length > before);
      return copied.at(-1);
    };
    expect(await copy()).to.equal(`https://visio.example/abc-defg-hij\n${LINE}`);
    meeting.people.setInvitation({ url: 'https://host.example' });
    expect(await copy()).to.equal(`https://host.example\n${LINE}`);
    meeting.people.setInvitation({ url: 'https://host.example', text: 'Come!' });
    expect(await copy()).to.equal('Come!');
  });
});
