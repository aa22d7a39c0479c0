import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import '../../shell/tile/define.js';
import './define.js';
import '../../shell/call/define.js';
import { button, countUpdates, expectAccessible, expectSame, query, queryAll, settle, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import { current, pictureInPicture, way } from './contribution.js';
import type { VisioSmallCall } from './small-call.js';
import type { VisioSmallTile } from './small-tile.js';

const hasWindows = 'documentPictureInPicture' in window;

describe('picture in picture', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  const restores: (() => void)[] = [];

  async function join(options: SimulateOptions = {}) {
    simulation = await simulate({ scenario: 'team-9', ...options });
    await simulation.meeting.join();
    await until(() => simulation.meeting.camera.enabled.peek());
    frame = createFrame({ width: 360, height: 420 });
    document.body.append(frame);
  }

  /** Hides from the browser that it has something, until the test ends. */
  function pretend(target: object, name: string, descriptor: PropertyDescriptor | null): void {
    const own = Object.getOwnPropertyDescriptor(target, name);
    if (descriptor) Object.defineProperty(target, name, { configurable: true, ...descriptor });
    else Reflect.deleteProperty(target, name);
    restores.push(() => (own ? Object.defineProperty(target, name, own) : Reflect.deleteProperty(target, name)));
  }

  afterEach(() => {
    for (const restore of restores.splice(0)) restore();
    simulation?.meeting.dispose();
    frame?.remove();
  });

  const tilesOf = (call: Element) => queryAll<VisioSmallTile>(call, 'visio-small-tile').map(({ participantId, source }) => `${source} ${participantId}`);

  it('is offered where there is a way', () => {
    expect(way()).to.equal(hasWindows ? 'document' : document.pictureInPictureEnabled ? 'video' : null);
    if (hasWindows) {
      pretend(window, 'documentPictureInPicture', null);
      expect(way()).to.equal('video');
    }
    pretend(document, 'pictureInPictureEnabled', { value: false });
    expect(way()).to.equal(null);
    expect(pictureInPicture.control!.available!(simulation?.view)).to.equal(false);
  });

  describe('the small call', () => {
    let call: VisioSmallCall;

    async function open(options: SimulateOptions = {}) {
      await join(options);
      call = createView('visio-small-call', simulation.view);
      frame.append(call);
      await until(() => queryAll(call, 'visio-small-tile').length > 0);
    }

    it('says that the room is recorded, and asks nobody', async () => {
      await open();
      const mark = () => query(query(call, 'visio-small-recording')!, '.recording');
      expect(mark()).to.equal(null);
      simulation.director.setRecording(true);
      await until(mark);
      expect(text(mark())).to.equal('Recording');
      await expectAccessible(call);
      expect(query(query(call, 'visio-small-recording')!, 'visio-recording-consent')).to.equal(null);
    });

    it('shows who speaks, oneself and a few others', async () => {
      await open({ scenario: { people: ['A', 'B', 'C', 'D'].map((name) => ({ name, microphone: true, camera: true })) } });
      await until(() => tilesOf(call).join() === 'camera a,camera local,camera b,camera c');
      simulation.director.speak('d', 5_000);
      await until(() => tilesOf(call)[0] === 'camera d');
      simulation.director.share('b');
      await until(() => tilesOf(call)[0] === 'screen_share b');
      const large = query<VisioSmallTile>(call, '.large')!;
      const video = await until(() => query<HTMLVideoElement>(large, 'video'));
      await until(() => video.videoWidth > 0);
      expect(large.clientHeight).to.be.greaterThan(200);
    });

    it('has what one needs at hand', async () => {
      await open();
      button(call, 'Turn off microphone').click();
      await until(() => !simulation.meeting.microphone.enabled.peek());
      button(call, 'Turn off camera').click();
      await until(() => !simulation.meeting.camera.enabled.peek());
      let back = 0;
      call.goBack = () => back++;
      button(call, 'Back to the page').click();
      expect(back).to.equal(1);
      button(call, 'Leave the meeting').click();
      await until(() => simulation.meeting.connection.state.peek() === 'left');
    });

    it('gives those who watch no microphone and no camera, and not what the host does not want', async () => {
      await open({ token: 'any' });
      simulation.view.controlWords.value = 'camera';
      await until(() => queryAll(call, 'button').length === 3);
      simulation.view.watching.value = true;
      await until(() => queryAll(call, 'button').length === 2);
      expect(tilesOf(call)).to.not.include('camera local');
    });

    it('updates for what changed, and not for those it does not show', async () => {
      const people = Array.from({ length: 40 }, (_, i) => ({ name: `Person ${i}`, microphone: false, camera: true }));
      await open({ scenario: { people }, microphone: false });
      await settle();
      const tiles = queryAll<VisioSmallTile>(call, 'visio-small-tile');
      const shown = tiles.map(({ participantId }) => participantId);
      const counts = countUpdates([call, ...tiles], (each) => (each === call ? 'call' : (each as VisioSmallTile).participantId));
      const hidden = simulation.meeting.roster.ids.peek().find((id) => !shown.includes(id))!;
      simulation.director.mute(hidden, 'camera');
      await settle();
      expect([...counts.keys()]).to.not.include('call');
      simulation.director.quality(shown[0]!, 'poor');
      await until(() => counts.get(shown[0]!));
      expect(counts.get('call') ?? 0).to.equal(0);
    });

    it('says that the connection is being had back', async () => {
      await open();
      simulation.director.reconnect(60_000);
      await until(() => text(query(call, '[role=status]')).startsWith('Connection lost'));
    });

    for (const theme of ['light', 'dark'] as const) {
      it(`is accessible in ${theme}`, async () => {
        await open({ language: 'fr' });
        (frame as ReturnType<typeof createFrame>).theme = theme;
        await settle();
        await expectAccessible(frame);
        for (const each of queryAll(call, 'button')) expect(each.getBoundingClientRect().height).to.be.at.least(44);
      });
    }
  });

  if (!hasWindows) return;

  describe('the window', () => {
    let call: HTMLElement;

    const small = () => (current.peek()?.shown ?? null) as Window;
    const smallCall = () => until(() => small()?.document.querySelector('visio-small-call'));
    const note = () => {
      const overlays = query(call, 'visio-overlays');
      return overlays && query(overlays, 'visio-small-window-note');
    };

    /** By a click of a real pointer, as browsers want it. */
    async function open(options: SimulateOptions = {}): Promise<VisioSmallCall> {
      await join(options);
      call = createView('visio-call', simulation.view);
      frame.append(call);
      await until(() => query(call, 'visio-overlays')?.shadowRoot);
      const click = document.createElement('button');
      click.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 40px; block-size: 40px; z-index: 9';
      click.onclick = () => pictureInPicture.control!.run!(simulation.view);
      document.body.append(click);
      await sendMouse({ type: 'click', position: [20, 20] });
      const made = await smallCall();
      click.remove();
      await until(() => queryAll(made, 'visio-small-tile').length > 0);
      return made;
    }

    afterEach(async () => {
      small()?.close();
      await until(() => small() === null);
    });

    it('shows the call in the page’s look, and says so in the page', async () => {
      frame?.style.setProperty('--visio-accent', 'red');
      const made = await open({ language: 'fr' });
      expect(small().document.title).to.equal('Visioconférence');
      expect(small().document.documentElement.lang).to.equal('fr');
      await until(() => text(note()?.shadowRoot?.querySelector('p') ?? null) === 'L’appel est dans la petite fenêtre.');

      // Its styles are there, although no style sheet of the page may be used.
      const shown = small().getComputedStyle(query(made, '.control')!);
      const inPage = getComputedStyle(query(query(call, 'visio-bar')!, '.control')!);
      expect(shown.backgroundColor).to.equal(inPage.backgroundColor);
      expect(shown.fontFamily).to.equal(inPage.fontFamily);
      expect(small().getComputedStyle(small().document.documentElement).colorScheme).to.equal('dark');

      const video = await until(() => query<HTMLVideoElement>(query(made, '.large')!, 'video'));
      await until(() => video.videoWidth > 0);
    });

    it('is the same call: nothing of it begins anew', async () => {
      const events: string[] = [];
      await join();
      const { meeting } = simulation;
      const track = meeting.camera.track.peek();
      const stop = meeting.connection.state.subscribe((state) => events.push(state));
      const made = await openAgain();
      expectSame(made.view.meeting, meeting, 'the meeting');
      expectSame(meeting.camera.track.peek(), track, 'the camera');
      small().close();
      await until(() => small() === null);
      await until(() => note() === null);
      expectSame(meeting.camera.track.peek(), track, 'the camera afterwards');
      expect(events).to.deep.equal(['connected']);
      stop();
    });

    it('follows a theme that the host turns round', async () => {
      await open();
      frame.style.setProperty('--visio-color-control', 'rgb(1, 2, 3)');
      document.body.classList.toggle('other-theme');
      await until(() => small().document.documentElement.style.getPropertyValue('--_color-control') === 'rgb(1, 2, 3)');
    });

    it('comes back by the button in the page', async () => {
      await open();
      button(await until(note), 'Back to the page').click();
      await until(() => small() === null);
      await until(() => note() === null);
      expect(simulation.meeting.connection.state.peek()).to.equal('connected');
    });

    it('closes by its control, which says what it will do', async () => {
      await open();
      const { control } = pictureInPicture;
      const label = () => (control!.label as (view: unknown) => string)(simulation.view);
      expect([label(), control!.pressed!(simulation.view)]).to.deep.equal(['Back to the page', true]);
      control!.run!(simulation.view);
      await until(() => small() === null);
      expect([label(), control!.pressed!(simulation.view)]).to.deep.equal(['Open in a small window', false]);
    });

    it('closes when the call is left, and when its element goes', async () => {
      await open();
      call.remove();
      await until(() => small() === null);
    });

    it('stays when its element is only moved', async () => {
      await open();
      const other = document.createElement('section');
      frame.append(other);
      other.append(call);
      await settle();
      expect(small()?.closed).to.equal(false);
    });

    async function openAgain(): Promise<VisioSmallCall> {
      const { meeting, view } = simulation;
      call = createView('visio-call', view);
      frame.append(call);
      await until(() => query(call, 'visio-overlays')?.shadowRoot);
      const click = document.createElement('button');
      click.style.cssText = 'position: fixed; inset: 0 auto auto 0; inline-size: 40px; block-size: 40px; z-index: 9';
      click.onclick = () => pictureInPicture.control!.run!(view);
      document.body.append(click);
      await sendMouse({ type: 'click', position: [20, 20] });
      const made = await smallCall();
      click.remove();
      expectSame(view.meeting, meeting);
      return made;
    }
  });
});
