import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { VisioError, type RecordingMode } from 'visio-core';
import '../../shell/call/define.js';
import '../../shell/dialog/define.js';
import { button, expectAccessible, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView } from '../../testing/simulate.js';
import type { VisioCall } from '../../shell/call/call.js';
import type { VisioNotices } from '../../shell/notices/notices.js';
import { recording as contribution } from './contribution.js';
import { simulateRecording, tell, type RecordedOptions, type RecordedSimulation } from './testing.js';
import type { VisioRecorder } from './recorder.js';

describe('A recording', () => {
  let simulation: RecordedSimulation;
  let frame: HTMLElement;
  let call: VisioCall;

  async function open(options: RecordedOptions = {}, prepare: (simulation: RecordedSimulation) => void = () => undefined, size = { width: 1024, height: 640 }) {
    simulation = await simulateRecording(options);
    prepare(simulation);
    await simulation.meeting.join();
    frame = createFrame(size);
    document.body.append(frame);
    call = createView('visio-call', simulation.view);
    frame.append(call);
    await until(() => notices()?.shadowRoot && query(notices(), 'visio-recording'));
  }

  const notices = () => query<VisioNotices>(call, 'visio-notices')!;
  const strip = () => query(notices(), 'visio-recording')!;
  const mark = () => text(query(strip(), '.recording'));
  const items = () => queryAll(notices(), '.item').map((toast) => text(toast.querySelector('p')));
  const voice = () => queryAll(notices(), '.voice p').map(text);
  const consent = () => query(strip(), 'visio-recording-consent');
  const asking = () => {
    const element = consent();
    const dialog = element?.shadowRoot && query<HTMLDialogElement>(element, 'dialog');
    return dialog?.open ? dialog : null;
  };
  const published = () => Object.keys(simulation.director.see('local')!.tracks).sort();

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('is to be seen for as long as it is so, stays told until it is understood, and is said once', async () => {
    await open();
    await settle();
    expect([mark(), strip().offsetHeight]).to.deep.equal(['', 0]);
    simulation.director.setRecording(true);
    await until(() => mark() === 'Recording');
    await until(() => items().includes('This meeting is being recorded.'));
    expect(strip().offsetHeight).to.be.within(16, 32);
    expect(voice()).to.deep.equal(['This meeting is being recorded.']);
    expect(queryAll(notices(), '.item button').map((each) => each.ariaLabel ?? text(each))).to.deep.equal(['Understood', 'Leave the meeting', 'Dismiss']);
    await expectAccessible(frame);
    button(notices(), 'Understood').click();
    await until(() => items().length === 0);
    expect(mark()).to.equal('Recording');
    simulation.director.setRecording(false);
    await until(() => mark() === '');
    await until(() => items().includes('The recording has stopped.'));
    expect(voice().at(-1)).to.equal('The recording has stopped.');
  });

  it('has one mark for each of its states, in French, too', async () => {
    await open({ language: 'fr' });
    const { director } = simulation;
    const shows = async (mode: RecordingMode, status: Parameters<typeof tell>[2], flag: boolean, words: string, told: string) => {
      tell(director, mode, status);
      director.setRecording(flag);
      await until(() => mark() === words, words);
      await until(() => items().at(-1)?.startsWith(told), told);
    };
    await shows('screen_recording', 'starting', false, 'L’enregistrement va commencer', 'Cette réunion va être enregistrée.');
    await shows('screen_recording', 'started', true, 'Enregistrement', 'Cette réunion est enregistrée. Ses organisateurs');
    await shows('screen_recording', 'saving', false, 'Sauvegarde de l’enregistrement', 'L’enregistrement est terminé. Il est');
    await shows('transcript', 'starting', false, 'La transcription va commencer', 'Les propos tenus dans cette réunion vont');
    await shows('transcript', 'started', true, 'Transcription', 'Les propos tenus dans cette réunion sont');
    await shows('transcript', 'saving', false, 'Sauvegarde de la transcription', 'La transcription est terminée. Elle');
    await shows('transcript', 'starting', false, 'La transcription va commencer', 'Les propos tenus dans cette réunion vont');
    await shows('transcript', 'aborted', false, '', 'La transcription n’a pas pu démarrer');
  });

  it('can be left at once', async () => {
    await open();
    tell(simulation.director, 'screen_recording', 'starting');
    await until(() => items().length === 1);
    button(notices(), 'Leave the meeting').click();
    await until(() => simulation.meeting.connection.state.peek() === 'left');
  });

  describe('asks who comes later', () => {
    const recorded = ({ director }: RecordedSimulation) => {
      tell(director, 'screen_recording', 'started');
      director.setRecording(true);
    };

    async function openLate(options: RecordedOptions = {}, prepare = recorded) {
      await open({ microphone: true, camera: true, ...options }, prepare);
      await until(asking);
    }

    it('before anybody sees or hears them, and lets out what they chose', async () => {
      await openLate();
      await until(() => simulation.meeting.camera.track.peek());
      await settle();
      expect(published()).to.deep.equal([]);
      const dialog = asking()!;
      expect(text(dialog.querySelector('h2'))).to.equal('This meeting is being recorded');
      expect(text(dialog.querySelector('#words'))).to.contain('The organisers will be able to watch it.');
      // Whoever still has Enter under their finger has chosen nothing.
      expect((consent()!.shadowRoot!.activeElement as HTMLElement).localName).to.equal('h2');
      await sendKeys({ press: 'Enter' });
      await settle();
      expect(published()).to.deep.equal([]);
      await expectAccessible(consent()!);
      expect(items()).to.deep.equal([]);
      button(consent()!, 'Continue').click();
      await until(() => published().join() === 'camera,microphone');
      expect(asking()).to.equal(null);
      expect(mark()).to.equal('Recording');
    });

    it('and goes on with nothing turned on, by its button or by Escape', async () => {
      for (const act of [async () => button(consent()!, 'Continue with microphone and camera off').click(), () => sendKeys({ press: 'Escape' })]) {
        await openLate();
        await act();
        await until(() => !simulation.meeting.recording.held.peek());
        await until(() => !asking());
        await settle();
        expect(published()).to.deep.equal([]);
        expect(simulation.meeting.camera.track.peek()).to.equal(null);
        simulation.meeting.dispose();
        frame.remove();
      }
      await openLate();
    });

    it('and leaves', async () => {
      await openLate({ language: 'fr' }, ({ director }) => tell(director, 'transcript', 'starting'));
      expect(text(asking()!.querySelector('h2'))).to.equal('Cette réunion est transcrite');
      button(consent()!, 'Quitter la réunion').click();
      await until(() => simulation.meeting.connection.state.peek() === 'left');
      expect(published.bind(null)).to.throw();
    });

    it('says less to who has nothing to show', async () => {
      await openLate({ microphone: false, camera: false }, ({ director }) => director.setRecording(true));
      expect(queryAll(consent()!, 'button').map(text)).to.deep.equal(['Continue', 'Leave the meeting']);
      // Nobody says who gets it.
      expect(text(asking()!.querySelector('#words'))).not.to.contain('organisers');
      simulation.director.setRecording(false);
      await until(() => !asking());
    });

    it('lets nothing out when the host does not let it be turned off', async () => {
      await openLate();
      simulation.meeting.intercept((command) => command !== 'setMicrophoneEnabled');
      await sendKeys({ press: 'Escape' });
      await settle();
      await until(asking);
      expect(published()).to.deep.equal([]);
      button(consent()!, 'Continue').click();
      // The camera could be turned off.
      await until(() => published().join() === 'microphone');
    });
  });

  describe('is started, stopped and asked for in a dialog', () => {
    const recorder = () => {
      const element = query(call, 'visio-dialog');
      return element?.shadowRoot ? query<VisioRecorder>(element, 'visio-recorder') : null;
    };

    async function openRecorder(options: RecordedOptions = {}, size?: { width: number; height: number }) {
      await open(options, undefined, size);
      const { start, request } = simulation.meeting.recording;
      await until(() => start.enabled.peek() || request.enabled.peek());
      simulation.view.dialog.value = 'recording';
      await until(() => recorder()?.shadowRoot?.querySelector('.actions'));
      return recorder()!;
    }

    /** The browser tells of a close in a later task: one that opens before that would be closed by it. */
    async function closed(): Promise<void> {
      await until(() => !recorder());
      await settle();
    }

    const label = () => (contribution.control!.label as (view: typeof simulation.view) => string)(simulation.view);

    it('by who may', async () => {
      const element = await openRecorder();
      expect(label()).to.equal('Record the meeting');
      await expectAccessible(call);
      expect(query(element, 'select')).to.equal(null);
      query(element, 'input[type=checkbox]')!.click();
      // What is written down is so in a language.
      const spoken = await until(() => query<HTMLSelectElement>(element, 'select'));
      expect([...spoken.options].map(({ text }) => text)).to.deep.equal(['Recognised automatically', 'English', 'French', 'German', 'Dutch']);
      expect(spoken.value).to.equal('');
      spoken.value = 'fr';
      spoken.dispatchEvent(new Event('change'));
      await expectAccessible(call);
      button(element, 'Start recording').click();
      await closed();
      expect(simulation.server.asked).to.deep.equal([['start', 'screen_recording', { transcribe: true, language: 'fr' }]]);
      expect(label()).to.equal('Stop the recording');
      simulation.view.dialog.value = 'recording';
      await until(() => recorder() && text(recorder()!.shadowRoot!.firstElementChild).startsWith('Stop the recording for everyone?'));
      button(recorder()!, 'Go on recording').click();
      await closed();
      simulation.view.dialog.value = 'recording';
      await until(() => recorder());
      button(recorder()!, 'Stop the recording').click();
      await until(() => simulation.view.dialog.peek() === null);
      await until(() => mark() === 'The recording is being saved');
      expect(contribution.control!.available!(simulation.view)).to.equal(false);
    });

    it('with what failed said, and tried again', async () => {
      const element = await openRecorder({ language: 'fr', offers: { recording: ['transcript'] } });
      expect(queryAll(element, 'input').length).to.equal(1);
      simulation.server.failure = new VisioError('BACKEND_FAILED', 'no egress');
      button(element, 'Démarrer la transcription').click();
      await until(() => text(query(element, '[role=alert]')) === 'Le démarrage a échoué. Réessayez dans un instant.');
      simulation.server.failure = new VisioError('ALREADY_ACTIVE', 'no');
      button(element, 'Démarrer la transcription').click();
      await until(() => text(query(element, '[role=alert]')).startsWith('C’est déjà'), text(query(element, '[role=alert]')));
      await expectAccessible(call);
      simulation.server.failure = null;
      button(element, 'Démarrer la transcription').click();
      await until(() => simulation.view.dialog.peek() === null);
    });

    it('without a button that turns into its contrary under a hand', async () => {
      const element = await openRecorder();
      tell(simulation.director, 'transcript', 'starting');
      await until(() => text(query(element, '.other')) === 'Someone has just started one.');
      expect(queryAll(element, 'button').map(text)).to.deep.equal(['Close']);
    });

    it('by asking who may, and they see it', async () => {
      const element = await openRecorder({ role: 'member' });
      expect(label()).to.equal('Ask for a recording');
      const sent: string[] = [];
      simulation.director.onData((data) => {
        if (data.type === 'packet') sent.push(new TextDecoder().decode(data.payload));
      });
      query(element, 'input[value=transcript]')!.click();
      await element.updateComplete;
      button(element, 'Ask the organisers').click();
      await until(() => text(query(element, '.other')) === 'The organisers have been asked.');
      expect(sent).to.deep.equal(['{"type":"transcriptionRequested"}']);
      await expectAccessible(call);
    });

    it('is small enough for a phone', async () => {
      const element = await openRecorder({ language: 'fr' }, { width: 320, height: 480 });
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });
  });

  it('is asked for by others, with a way to start it', async () => {
    await open();
    const { director, server, meeting } = simulation;
    await until(() => meeting.recording.start.enabled.peek());
    director.sendPacket('camille-laurent', new TextEncoder().encode('{"type":"transcriptionRequested"}'));
    await until(() => items().join() === 'Camille Laurent asks you for a transcript of the meeting.');
    await expectAccessible(frame);
    button(notices(), 'Start').click();
    await until(() => server.asked.length === 1);
    expect(server.asked).to.deep.equal([['start', 'transcript', {}]]);
  });
});
