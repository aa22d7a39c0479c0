import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { loadTranslator } from 'visio-core/i18n';
import './define.js';
import { button, countUpdates, expectAccessible, expectSame, nameOf, query, queryAll, text, until } from '../../testing/check.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioLobby } from './lobby.js';

describe('visio-lobby', () => {
  let simulation: Simulation;
  let frame: HTMLElement;
  let lobby: VisioLobby;

  async function open(options: SimulateOptions = {}, { watching = false, ...size }: FrameOptions & { watching?: boolean } = {}) {
    simulation = await simulate({ scenario: 'duo', ...options });
    simulation.view.watching.value = watching;
    if (watching) simulation.meeting.join().catch(() => undefined);
    else simulation.meeting.openLobby();
    frame = createFrame(size);
    document.body.append(frame);
    lobby = createView('visio-lobby', simulation.view);
    frame.append(lobby);
    await lobby.updateComplete;
  }

  const seen = () => until(() => query<HTMLVideoElement>(lobby, 'video.live'), 'the camera is seen');

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  it('shows the own camera, mirrored', async () => {
    await open();
    const video = await seen();
    expectSame((video.srcObject as MediaStream).getVideoTracks()[0], simulation.meeting.camera.track.peek());
    expect(getComputedStyle(video).scale).to.equal('-1 1');
    await until(() => video.videoWidth > 0);
  });

  it('keeps its place while the camera starts, and without it', async () => {
    await open();
    const box = () => JSON.stringify(query(lobby, '.preview')!.getBoundingClientRect());
    const starting = box();
    expect(text(query(lobby, '.placeholder'))).to.contain('Your camera is starting…');
    await seen();
    expect(box()).to.equal(starting);
    button(lobby, 'Turn off camera').click();
    await until(() => text(query(lobby, '.placeholder')).includes('Your camera is off'));
    expect(box()).to.equal(starting);
  });

  it('says in the name of a switch what it will do, in both languages', async () => {
    await open({ language: 'fr' });
    await seen();
    const camera = button(lobby, 'Couper la caméra');
    camera.click();
    await until(() => nameOf(camera) === 'Activer la caméra' && camera.getAttribute('aria-busy') === 'false');
    expect(simulation.meeting.camera.track.peek()).to.equal(null);
    const microphone = button(lobby, 'Couper le micro');
    microphone.click();
    await until(() => nameOf(microphone) === 'Activer le micro' && microphone.getAttribute('aria-busy') === 'false');
    expect(simulation.meeting.microphone.track.peek()).to.equal(null);
  });

  it('waits for the words for what refuses to work, and has a sentence where they cannot be had', async () => {
    simulation = await simulate({ scenario: 'denied-devices' });
    let fail = (_: Error): void => undefined;
    const loadNext = () => new Promise<void>((_, reject) => (fail = reject));
    simulation.view.translator.value = { ...(await loadTranslator('en')), loadNext };
    simulation.meeting.openLobby();
    frame = createFrame();
    document.body.append(frame);
    lobby = createView('visio-lobby', simulation.view);
    frame.append(lobby);
    await until(() => simulation.meeting.camera.error.peek());
    await lobby.updateComplete;
    expect(queryAll(lobby, '.problem')).to.have.length(0);
    fail(new Error('offline'));
    await until(() => queryAll(lobby, '.problem').length === 2);
    expect(text(query(lobby, '.problem p'))).to.equal('Something went wrong. Try again.');
  });

  it('joins by Enter in the name, under that name', async () => {
    await open({ displayName: '' });
    lobby.focus();
    await sendKeys({ type: 'Grace  Hopper ' });
    expect(query<HTMLInputElement>(lobby, '#name')!.value).to.equal('Grace  Hopper ');
    await sendKeys({ press: 'Enter' });
    await until(() => simulation.meeting.connection.state.peek() === 'connected');
    expect(simulation.meeting.roster.get('local').peek()?.name).to.equal('Grace Hopper');
  });

  it('may be joined without a name', async () => {
    await open({ displayName: '' });
    button(lobby, 'Join the meeting').click();
    await until(() => simulation.meeting.connection.state.peek() === 'connected');
  });

  it('says that it joins, keeps the focus, and can be cancelled', async () => {
    await open();
    const join = button(lobby, 'Join the meeting');
    join.focus();
    join.click();
    await until(() => text(join) === 'Joining…');
    expect(join.getAttribute('aria-disabled')).to.equal('true');
    expectSame(lobby.shadowRoot!.activeElement, join);
    join.click();
    button(lobby, 'Cancel').click();
    await until(() => simulation.meeting.connection.state.peek() === 'left');
  });

  it('tells of refused devices, how to allow them, and lets join', async () => {
    await open({ scenario: 'denied-devices' });
    await until(() => queryAll(lobby, '.problem').length === 2);
    const [microphone, camera] = queryAll(lobby, '.problem');
    expect(text(microphone!)).to.contain('This page may not use your microphone. Allow it').and.contain('Try again');
    expect(text(camera!)).to.contain('This page may not use your camera.');
    await expectAccessible(lobby);

    simulation.director.allowDevices();
    camera!.querySelector('button')!.click();
    await seen();
    expect(queryAll(lobby, '.problem')).to.have.length(1);

    button(lobby, 'Join the meeting').click();
    await until(() => simulation.meeting.connection.state.peek() === 'connected');
  });

  it('tells of missing devices', async () => {
    await open({ scenario: { absent: ['microphone', 'camera'] } });
    await until(() => queryAll(lobby, '.problem').length === 2);
    expect(text(query(lobby, '.problems'))).to.contain('No microphone was found.').and.contain('No camera was found.');
    expect(queryAll<HTMLSelectElement>(lobby, 'select').map((select) => [select.disabled, text(select)])).to.deep.include([true, 'None found']);
  });

  it('offers the devices, and goes back when the host prevents a choice', async () => {
    await open();
    await seen();
    const select = await until(() => queryAll<HTMLSelectElement>(lobby, 'select').find((each) => each.options.length > 2));
    expect(select.labels[0]!.textContent).to.contain('Microphone');
    select.value = select.options[2]!.value;
    select.dispatchEvent(new Event('change'));
    expect(simulation.meeting.devices.chosen('microphone').peek()).to.equal(select.options[2]!.value);

    simulation.meeting.intercept((command) => command !== 'chooseDevice');
    select.value = '';
    select.dispatchEvent(new Event('change'));
    await until(() => select.value === select.options[2]!.value);
  });

  it('shows the level of the microphone without updating', async () => {
    await open();
    await seen();
    await until(() => simulation.meeting.microphone.enabled.peek());
    await lobby.updateComplete;
    const updates = countUpdates([lobby], () => 'lobby');
    const meter = query(lobby, '[role=meter]')!;
    expect(nameOf(meter)).to.equal('Microphone level');
    await until(() => Number(meter.style.getPropertyValue('--level')) > 0.05, 'the microphone is heard').catch(() => undefined);
    expect(meter.style.getPropertyValue('--level')).not.to.equal('');
    expect(updates.size).to.equal(0);
  });

  it('shows what the host wants', async () => {
    await open();
    simulation.view.controlWords.value = 'camera';
    await lobby.updateComplete;
    expect(queryAll(lobby, '.preview button').map(nameOf)).to.deep.equal(['Turn off camera']);
    expect(queryAll(lobby, 'select')).to.have.length(0);
    expect(query(lobby, '[role=meter]')!.hidden).to.equal(true);
  });

  it('shows those who come to watch no device of theirs', async () => {
    await open({ camera: false, microphone: false }, { watching: true });
    expect(queryAll(lobby, 'video')).to.have.length(0);
    expect(queryAll(lobby, 'select')).to.have.length(0);
    expect(text(query(lobby, 'form'))).to.contain('You will watch and listen.');
  });

  describe('in a frame that keeps devices from it', () => {
    const blocked = { blocked: ['microphone', 'camera'] } as const;
    const link = () => until(() => query<HTMLAnchorElement>(lobby, 'visio-tab-link')?.shadowRoot?.querySelector('a'), 'the link is there');

    it('says so once, and offers a tab', async () => {
      await open({ scenario: blocked });
      const tab = await link();
      expect(queryAll(lobby, '.problem').map((each) => text(each.querySelector('p')))).to.deep.equal([
        'The page around this meeting does not let it use your camera and microphone. Open the meeting in a tab, or join to watch and listen.',
      ]);
      expect(queryAll(lobby, '.problem button')).to.have.length(0);
      expect([text(tab), tab.href, tab.target, tab.rel]).to.deep.equal(['Open the meeting in a tab', 'https://visio.example/abc-defg-hij', '_blank', 'noopener noreferrer']);
      await expectAccessible(lobby);
    });

    it('says so of what else refuses, too', async () => {
      await open({ scenario: { blocked: ['camera'], denied: ['microphone'] } });
      await link();
      expect(queryAll(lobby, '.problem')).to.have.length(2);
      expect(queryAll(lobby, '.problem button')).to.have.length(1);
    });

    for (const [tabUrl, href] of [
      ['/meet/7', `${location.origin}/meet/7`],
      ['https://app.example/meet', 'https://app.example/meet'],
      ['none', undefined],
      ['javascript:alert(1)', undefined],
      ['http://', undefined],
    ] as const) {
      it(`opens what the host says: ${tabUrl}`, async () => {
        await open({ scenario: blocked });
        const host = Object.assign(document.createElement('div'), { tabUrl });
        lobby.view = { ...simulation.view, element: host };
        await link().catch(() => undefined);
        const found = await until(() => query(lobby, 'visio-tab-link') as (HTMLElement & { updateComplete: Promise<unknown> }) | null);
        await found.updateComplete;
        expect(found.shadowRoot?.querySelector('a')?.href).to.equal(href);
      });
    }

    it('lets one join without devices', async () => {
      await open({ scenario: blocked });
      await link();
      button(lobby, 'Join the meeting').click();
      await until(() => simulation.meeting.connection.state.peek() === 'connected');
    });
  });

  it('lets go of the camera when it leaves the page', async () => {
    await open();
    const video = await seen();
    lobby.remove();
    await until(() => video.srcObject === null);
  });

  it('keeps the picture when it is moved', async () => {
    await open();
    const video = await seen();
    const picture = video.srcObject;
    frame.prepend(lobby);
    await lobby.updateComplete;
    await Promise.resolve();
    expectSame(video.srcObject, picture);
  });

  for (const [width, height] of [[1280, 800], [768, 1024], [360, 640], [320, 480], [740, 360]] as const) {
    it(`fits ${width}x${height} in French`, async () => {
      await open({ language: 'fr', scenario: 'denied-devices' }, { width, height });
      await until(() => queryAll(lobby, '.problem').length === 2);
      expect(lobby.scrollWidth).to.be.at.most(lobby.clientWidth);
      for (const each of queryAll(lobby, 'button')) {
        expect(each.scrollWidth, nameOf(each)).to.be.at.most(each.clientWidth + 1);
        expect(each.offsetHeight, nameOf(each)).to.be.at.least(44);
      }
    });
  }

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in ${theme}`, async () => {
      await open({}, { theme });
      await seen();
      await expectAccessible(lobby);
      button(lobby, 'Turn off camera').click();
      button(lobby, 'Turn off microphone').click();
      await until(() => text(query(lobby, '.placeholder')).includes('off'));
      await expectAccessible(lobby);
    });
  }
});
