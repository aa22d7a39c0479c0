import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { VisioError } from 'visio-core';
import './define.js';
import type { Contribution } from '../../base/contribution.js';
import { button, countUpdates, expectAccessible, nameOf, query, queryAll, settle, text, until } from '../../testing/check.js';
import { draw, keepBackgrounds, type KeptBackend } from '../../testing/kept-backgrounds.js';
import { createFrame, createView, simulate, type FrameOptions, type SimulateOptions, type Simulation } from '../../testing/simulate.js';
import type { VisioElement } from '../../base/visio-element.js';

describe('settings', () => {
  let simulation: Simulation;
  let frame: HTMLElement;

  async function open<Name extends 'visio-settings' | 'visio-sound-settings' | 'visio-video-settings'>(
    name: Name,
    options: SimulateOptions = {},
    size: FrameOptions = {},
    prepare: (simulation: Simulation) => unknown = () => undefined,
  ): Promise<HTMLElementTagNameMap[Name] & VisioElement> {
    simulation = await simulate({ scenario: {}, ...options });
    await prepare(simulation);
    await simulation.meeting.join();
    frame = createFrame({ width: 860, height: 600, ...size });
    document.body.append(frame);
    const element = createView(name, simulation.view);
    frame.append(element);
    await element.updateComplete;
    return element;
  }

  afterEach(() => {
    simulation.meeting.dispose();
    frame.remove();
  });

  const control = (element: Element, name: string) => {
    const all = queryAll<HTMLInputElement>(element, 'input, select');
    const found = all.find((each) => nameOf(each) === name || text(each.closest('label')).startsWith(name));
    if (!found) throw new Error(`No control "${name}"`);
    return found;
  };

  describe('pages', () => {
    const host: Contribution = {
      name: 'council',
      settings: {
        title: () => 'Council',
        icon: { path: 'M4 4h16' },
        order: 900,
        element: () => Object.assign(document.createElement('p'), { textContent: 'Quorum' }),
      },
    };

    it('has one from every feature that has one, in order, and from the host', async () => {
      const settings = await open('visio-settings');
      simulation.view.hostContributions.value = [host];
      await settings.updateComplete;
      const tabs = queryAll(settings, '[role=tab]').map((tab) => text(tab));
      expect(tabs.slice(0, 2)).to.deep.equal(['Sound', 'Video']);
      expect(tabs.at(-1)).to.equal('Council');
      await until(() => query(settings, 'visio-sound-settings'), 'the first page');
      queryAll(settings, '[role=tab]').at(-1)!.click();
      await until(() => text(query(settings, '[role=tabpanel]')) === 'Quorum');
      await expectAccessible(frame);
    });

    it('goes from tab to tab with the arrows, of which one is in the order of Tab', async () => {
      const settings = await open('visio-settings');
      const tabs = queryAll(settings, '[role=tab]');
      tabs[0]!.focus();
      await sendKeys({ press: 'ArrowDown' });
      await settings.updateComplete;
      expect(text(settings.shadowRoot!.activeElement)).to.equal('Video');
      expect(tabs.map((tab) => [tab.getAttribute('aria-selected'), tab.tabIndex]).slice(0, 2)).to.deep.equal([['false', -1], ['true', 0]]);
      await until(() => query(settings, 'visio-video-settings'), 'the second page');
      await sendKeys({ press: 'Home' });
      await sendKeys({ press: 'ArrowUp' });
      await settings.updateComplete;
      expect(settings.shadowRoot!.activeElement === tabs.at(-1)).to.equal(true);
    });

    it('is a list where it is narrow', async () => {
      const settings = await open('visio-settings', {}, { width: 320, height: 480 });
      const list = query<HTMLSelectElement>(settings, '.choice select')!;
      expect(getComputedStyle(query(settings, '[role=tablist]')!).display).to.equal('none');
      list.value = 'video';
      list.dispatchEvent(new Event('change'));
      const page = await until(() => query(settings, 'visio-video-settings'), 'the page');
      await until(() => page.shadowRoot?.querySelector('.form'), 'its content');
      expect(query(settings, '.page')!.scrollWidth).to.be.at.most(320);
      await expectAccessible(frame);
    });

    it('says when a page cannot be had, and tries again', async () => {
      let tries = 0;
      const load = async () => {
        if (++tries === 1) throw new Error('offline');
      };
      const settings = await open('visio-settings');
      simulation.view.hostContributions.value = [{ ...host, settings: { ...host.settings!, order: 1, load } }];
      const again = await until(() => queryAll<HTMLButtonElement>(settings, '.page button')[0], 'a way to try again');
      again.click();
      await until(() => text(query(settings, '[role=tabpanel]')) === 'Quorum');
    });
  });

  describe('sound', () => {
    it('chooses microphone and speaker, in mid-call', async () => {
      const page = await open('visio-sound-settings');
      const { devices } = simulation.meeting;
      for (const [name, id] of [['Microphone', 'microphone-2'], ['Speaker', 'speaker-2']] as const) {
        const list = control(page, name);
        list.value = id;
        list.dispatchEvent(new Event('change'));
      }
      await until(() => devices.chosen('microphone').peek() === 'microphone-2' && devices.chosen('speaker').peek() === 'speaker-2');
    });

    it('keeps the choice in use when the host prevents another', async () => {
      const page = await open('visio-sound-settings');
      simulation.meeting.intercept((command) => command !== 'chooseDevice');
      const list = control(page, 'Microphone');
      list.value = 'microphone-2';
      list.dispatchEvent(new Event('change'));
      await until(() => list.value === '');
    });

    it('switches what is done to the sound, and shows what it then is', async () => {
      const page = await open('visio-sound-settings');
      const { microphone } = simulation.meeting;
      const noise = control(page, 'Noise suppression');
      expect(noise.checked).to.equal(true);
      noise.click();
      await until(() => !microphone.processing.peek().noiseSuppression);
      await until(() => microphone.track.peek()?.getSettings().noiseSuppression === false, 'a microphone without it');
      simulation.meeting.intercept((command) => command !== 'setProcessing');
      const echo = control(page, 'Echo cancellation');
      echo.click();
      await until(() => echo.checked);
      expect(microphone.processing.peek().echoCancellation).to.equal(true);
    });

    it('shows the level, while muted as well, without updating for it, and listens no longer than it is seen', async () => {
      const { enumerateClones, restore } = watchClones();
      const page = await open('visio-sound-settings');
      const meter = query(page, '[role=meter]')!;
      await simulation.meeting.microphone.setEnabled(false);
      await until(() => text(page.shadowRoot!.querySelector('.hint')) === 'You are muted. Only you see this level.');
      const counts = countUpdates([page], () => 'page');
      await until(() => meter.style.getPropertyValue('--level') !== '', 'a level');
      await settle();
      expect([...counts]).to.deep.equal([]);
      page.remove();
      await until(() => enumerateClones().every(({ readyState }) => readyState === 'ended'), 'the copies ended');
      expect(simulation.meeting.microphone.track.peek()!.readyState).to.equal('live');
      restore();
    });

    it('plays a test sound, and says so', async () => {
      const page = await open('visio-sound-settings');
      button(page, 'Play a test sound').click();
      await until(() => text(query(page, '.test button')) === 'Playing…');
      await until(() => text(query(page, '.test button')) === 'Play a test sound');
      expect(simulation.meeting.devices.testSpeaker.error.peek()).to.equal(null);
    });

    it('is accessible, in each state', async () => {
      const page = await open('visio-sound-settings', {}, { width: 320 });
      await expectAccessible(frame);
      simulation.director.denyDevices('microphone');
      await simulation.meeting.devices.choose('microphone', 'microphone-2').catch(() => undefined);
      await until(() => text(query(page, '.problem')) !== '', 'the problem');
      await expectAccessible(frame);
    });
  });

  describe('video', () => {
    const preview = (page: Element) => query<HTMLVideoElement>(page, 'video')!;
    const radios = (page: Element) => queryAll<HTMLInputElement>(page, 'input[type=radio]');
    const chosen = (page: Element) => text(radios(page).find(({ checked }) => checked)?.closest('label') ?? null);
    const choose = (page: Element, name: string) => radios(page).find((radio) => text(radio.closest('label')) === name)!.click();

    it('shows what the others see, mirrored unless one does without', async () => {
      const page = await open('visio-video-settings');
      const { camera } = simulation.meeting;
      await until(() => (preview(page).srcObject as MediaStream | null)?.getTracks()[0] === camera.track.peek(), 'the camera');
      expect(getComputedStyle(preview(page)).scale).to.equal('-1 1');
      control(page, 'Mirror my picture').click();
      await page.updateComplete;
      expect([camera.mirrored.peek(), getComputedStyle(preview(page)).scale]).to.deep.equal([false, 'none']);
    });

    it('puts a background behind one, and takes it away', async () => {
      const page = await open('visio-video-settings');
      const { camera, effects } = simulation.meeting;
      const plain = camera.track.peek();
      expect(chosen(page)).to.equal('None');
      choose(page, 'Strong blur');
      await until(() => effects.current.peek().kind === 'blur');
      choose(page, 'Hills');
      await until(() => effects.current.peek().kind === 'image');
      await until(() => chosen(page) === 'Hills');
      expect(camera.track.peek() === plain).to.equal(false);
      choose(page, 'None');
      await until(() => camera.track.peek() === plain, 'the plain camera');
    });

    it('says what failed, and shows the one that is in use', async () => {
      const page = await open('visio-video-settings');
      simulation.meeting.engine.media.applyEffect = async () => {
        throw new VisioError('EFFECT_LOAD_FAILED', 'no', { device: 'camera' });
      };
      choose(page, 'Slight blur');
      await until(() => text(query(page, 'fieldset .problem')).startsWith('The background could not be loaded.'));
      expect(chosen(page)).to.equal('None');
      expect(simulation.meeting.camera.enabled.peek()).to.equal(true);
      await expectAccessible(frame);
    });

    it('takes an image of one’s own, and refuses what is none', async () => {
      const page = await open('visio-video-settings');
      const field = query<HTMLInputElement>(page, 'input[type=file]')!;
      const give = (file: File) => {
        const files = new DataTransfer();
        files.items.add(file);
        field.files = files.files;
        field.dispatchEvent(new Event('change'));
      };
      give(new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'x.svg', { type: 'image/svg+xml' }));
      await until(() => text(query(page, 'fieldset .problem')).startsWith('This image cannot be used.'));
      const canvas = new OffscreenCanvas(64, 36);
      canvas.getContext('2d')!.fillRect(0, 0, 64, 36);
      give(new File([await canvas.convertToBlob({ type: 'image/png' })], 'x.png', { type: 'image/png' }));
      await until(() => chosen(page) === 'Your image');
      await until(() => !simulation.meeting.effects.setEffect.pending.peek() && text(query(page, 'fieldset .problem')) === '', 'no problem any more');
      await expectAccessible(frame);
    });

    it('has the host’s backgrounds, and nothing where the browser cannot', async () => {
      const page = await open('visio-video-settings');
      Object.assign(simulation.meeting.effects, { backgrounds: [{ url: '/no/such.png', label: 'Town hall' }] });
      page.requestUpdate();
      await page.updateComplete;
      expect(radios(page).map((radio) => text(radio.closest('label')))).to.include('Town hall');
      Object.assign(simulation.meeting.effects, { available: false });
      page.requestUpdate();
      await page.updateComplete;
      expect(radios(page)).to.have.length(0);
      expect(text(page.shadowRoot!.querySelector('.form > .hint'))).to.contain('cannot change your background');
    });

    describe('with a backend that keeps one’s backgrounds', () => {
      const openWith = (backend: KeptBackend, size: FrameOptions = {}) =>
        open('visio-video-settings', {}, size, ({ meeting }) => meeting.setBackend(backend));
      const labels = (page: Element) => radios(page).map((radio) => text(radio.closest('label')));
      const told = (page: Element) => text(query(page, '.library'));
      const give = (page: Element, file: File) => {
        const field = query<HTMLInputElement>(page, 'input[type=file]')!;
        field.click = () => undefined;
        button(page, 'Add to Visio…').click();
        const files = new DataTransfer();
        files.items.add(file);
        field.files = files.files;
        field.dispatchEvent(new Event('change'));
      };

      it('asks when it is opened, and not before; and again when it is opened again', async () => {
        const backend = keepBackgrounds(['Beach', '']);
        const page = await openWith(backend);
        await until(() => labels(page).includes('Beach') && labels(page).includes('Your image'), 'the images');
        expect(backend.asked).to.equal(1);
        await until(() => queryAll(page, '.kept canvas').length === 2, 'their pictures');
        await expectAccessible(frame);
        page.remove();
        await settle();
        expect(backend.asked).to.equal(1);
        backend.names.unshift('Hut');
        frame.append(page);
        await until(() => labels(page).includes('Hut'), 'the new one');
        expect(backend.asked).to.equal(2);
      });

      it('asks for nothing with other pages open, nor in the call', async () => {
        const backend = keepBackgrounds(['Beach']);
        await open('visio-sound-settings', {}, {}, ({ meeting }) => meeting.setBackend(backend));
        await settle();
        expect(backend.asked).to.equal(0);
      });

      it('puts one behind one, as the one that is chosen, and none twice', async () => {
        const page = await openWith(keepBackgrounds(['Beach']));
        const { effects } = simulation.meeting;
        await until(() => query(page, '.kept canvas'), 'its picture');
        choose(page, 'Beach');
        await until(() => effects.current.peek().kind === 'image' && chosen(page) === 'Beach');
        expect(labels(page)).not.to.include('Your image');
        page.remove();
        await settle();
        frame.append(page);
        await until(() => chosen(page) === 'Beach', 'the same one');
        expect(labels(page)).not.to.include('Your image');
      });

      it('has a sentence for a list that cannot be had, and all others remain', async () => {
        const backend = keepBackgrounds(['Beach']);
        backend.failure = new VisioError('BACKEND_UNREACHABLE', 'no');
        const page = await openWith(backend);
        await until(() => told(page) === 'Your images in Visio cannot be had now. All others can.');
        expect(labels(page)).to.include('Hills');
        expect(query(page, '.keep')).to.equal(null);
        await expectAccessible(frame);
      });

      it('says nothing to who is not signed in', async () => {
        const backend = keepBackgrounds(['Beach']);
        backend.failure = new VisioError('SIGN_IN_REQUIRED', 'no');
        const page = await openWith(backend);
        await until(() => backend.asked === 1 && query(page, '.library'));
        await settle();
        expect([told(page), query(page, '.keep'), query(page, '.kept')]).to.deep.equal(['', null, null]);
      });

      it('says so of one that is gone, and of one that is none, and asks for that once more', async () => {
        const backend = keepBackgrounds(['Beach']);
        let picture: Promise<Blob | null> = Promise.reject(new VisioError('BACKEND_UNREACHABLE', 'no'));
        picture.catch(() => undefined);
        backend.load = () => picture;
        const page = await openWith(backend);
        await until(() => labels(page).includes('Beach') && !query(page, '.kept .spinner'), 'it failed');
        choose(page, 'Beach');
        await until(() => told(page).startsWith('Visio does not answer'), 'the reason');
        expect(chosen(page)).to.equal('None');
        picture = Promise.resolve(null);
        choose(page, 'Beach');
        await until(() => told(page) === '“Beach” is no longer in Visio.');
        expect(labels(page)).not.to.include('Beach');
      });

      it('keeps one more, and puts it behind one; what is none is refused', async () => {
        const backend = keepBackgrounds([]);
        const page = await openWith(backend);
        await until(() => query(page, '.keep'), 'a way to add');
        give(page, new File(['<svg xmlns="http://www.w3.org/2000/svg"/>'], 'x.svg', { type: 'image/svg+xml' }));
        await until(() => told(page).startsWith('This image cannot be used.'));
        give(page, await draw('sea'));
        await until(() => chosen(page) === 'sea.png', 'it is in use');
        expect([backend.names, told(page)]).to.deep.equal([['sea.png'], '']);
        await expectAccessible(frame);
      });

      it('says that there is no place for more', async () => {
        const page = await openWith(keepBackgrounds(['Beach', 'Hut'], 2));
        await until(() => queryAll(page, '.hint').some((hint) => text(hint).startsWith('Visio keeps no more images of yours.')));
        expect(query(page, '.keep')).to.equal(null);
      });

      it('deletes one only if one is sure, and keeps the focus', async () => {
        const backend = keepBackgrounds(['Beach', 'Hut']);
        const page = await openWith(backend);
        const focused = () => text(page.shadowRoot!.activeElement);
        await until(() => labels(page).includes('Beach'));
        query(page, '[aria-label="Remove “Beach”"]')!.click();
        await until(() => focused() === 'Cancel', 'the safe answer');
        expect(text(query(page, '.doom p'))).to.equal('Delete “Beach” from Visio for good?');
        await expectAccessible(frame);
        button(page, 'Cancel').click();
        await until(() => focused() === 'Choose an image…');
        expect(backend.names).to.deep.equal(['Beach', 'Hut']);
        query(page, '[aria-label="Remove “Beach”"]')!.click();
        await until(() => focused() === 'Cancel');
        button(page, 'Remove').click();
        await until(() => !labels(page).includes('Beach'));
        expect([backend.names, focused()]).to.deep.equal([['Hut'], 'Choose an image…']);
      });
    });

    it('lets go of the camera’s picture when it is closed', async () => {
      const page = await open('visio-video-settings');
      await until(() => preview(page).srcObject !== null);
      const video = preview(page);
      page.remove();
      await until(() => video.srcObject === null);
    });
  });
});

/** Every copy that is made of a track from now on. */
function watchClones() {
  const { clone } = MediaStreamTrack.prototype;
  const clones: MediaStreamTrack[] = [];
  MediaStreamTrack.prototype.clone = function (this: MediaStreamTrack) {
    const copy = clone.call(this);
    clones.push(copy);
    return copy;
  };
  return { enumerateClones: () => clones, restore: () => void (MediaStreamTrack.prototype.clone = clone) };
}
