/**
 * What every engine promises, as tests. Each engine's own browser test calls {@link describeEngineContract} with a
 * harness that provides a room and someone else in it.
 */
import { expect } from '@open-wc/testing';
import type { Credentials } from '../../backends/backend.js';
import type { VisioErrorCode } from '../../errors/codes.js';
import { isVisioError } from '../../errors/visio-error.js';
import {
  PACKET_LIMIT,
  TEXT_LIMIT,
  type ConnectOptions,
  type Engine,
  type EngineContext,
  type EngineEvent,
  type FileEvent,
  type PacketEvent,
  type SendFileOptions,
  type SendPacketOptions,
  type SendTextOptions,
  type TextEvent,
  type TrackInfo,
  type TrackSource,
  type VideoSource,
} from '../engine.js';
import { advances, showVideo } from './video.js';
import { describeFiles } from './files-contract.js';
import { describeTranscriptions } from './transcription-contract.js';
import { until, Witness } from './witness.js';

/** Someone else in the room, who sees it with their own eyes. */
export interface Guest {
  readonly id: string;
  readonly name: string;
  publish(source: TrackSource, options?: { readonly muted?: boolean }): Promise<void>;
  setMuted(source: TrackSource, muted: boolean): Promise<void>;
  unpublish(source: TrackSource): Promise<void>;
  /** Speaks into a microphone that is published. */
  speak(): void;
  sendText(topic: string, text: string, options?: SendTextOptions): Promise<string>;
  sendPacket(payload: Uint8Array, options?: SendPacketOptions): Promise<void>;
  /** Sends a file, and says that it has `size` bytes. */
  sendFile(topic: string, file: Blob, options?: SendFileOptions & { readonly size?: number | null }): Promise<string>;
  /** Writes down a segment of what this guest says, piece by piece in one go; says whether it is final. */
  transcribe(pieces: readonly string[], segment: { readonly id: string; readonly final: boolean }): Promise<void>;
  /** What this guest was told of files. */
  readonly files: readonly FileEvent[];
  /** What this guest got of the room's data, in order. */
  readonly received: readonly (TextEvent | PacketEvent)[];
  leave(): Promise<void>;
  /** What this guest knows of a participant. */
  sees(id: string): { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly tracks: Readonly<Partial<Record<TrackSource, TrackInfo>>> } | undefined;
}

/** What only a server can do. */
export interface Moderator {
  mute(id: string, source: TrackSource): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  setAttributes(id: string, attributes: Readonly<Record<string, string>>): Promise<void>;
  setCanPublish(id: string, sources: readonly TrackSource[]): Promise<void>;
  remove(id: string): Promise<void>;
  setRoomMetadata(metadata: string): Promise<void>;
  /** Has the server give someone a fresh token. */
  renewToken(id: string): Promise<void>;
  closeRoom(): Promise<void>;
}

/** What the local participant may do that is not usual, or may not. */
export interface TestRights {
  /** May publish nothing. Default: false. */
  readonly viewer?: boolean;
  /** May set their own attributes. Default: false. */
  readonly ownAttributes?: boolean;
}

/** A room that nobody else uses. */
export interface TestRoom {
  createEngine(context: EngineContext): Engine;
  credentials(options?: TestRights & { readonly name?: string }): Promise<Credentials>;
  /** `kind` as the server says it. Default: an ordinary participant. */
  invite(name: string, kind?: 'sip' | 'agent'): Promise<Guest>;
  readonly moderator: Moderator;
  /** Whether a guest's video comes in here. */
  receives(engine: Engine, id: string, source: VideoSource): boolean;
  /** Lets the same identity join from elsewhere. */
  takePlaceOf(id: string): Promise<void>;
  /** Breaks the connection of `engine` so that it comes back by itself. */
  breakConnection(engine: Engine): Promise<void>;
  /** Begins or ends a recording of the room, by someone whom nobody sees. */
  setRecording(on: boolean): Promise<void>;
  /** Sends everyone away whom the harness brought. */
  close(): Promise<void>;
}

export interface EngineHarness {
  openRoom(): Promise<TestRoom>;
  /** Credentials that are refused, by the code they are refused with. */
  readonly refused: Readonly<Record<'INVALID_TOKEN' | 'EXPIRED_TOKEN' | 'SERVER_UNREACHABLE', () => Promise<Credentials>>>;
}

/** Where the test server has what effects are made of. */
const ASSETS = new URL('/assets/', location.href).href;

/** What the tests' engines receive texts on. */
export const TOPIC = 'visio.test';

/**
 * Not defined in Firefox 153: there a track's listeners hear nothing that the page itself dispatches, no audio starts on
 * a machine without a sound card (Chromium pretends to have one), its fake microphone says of all processing that it is
 * off, and without a graphics card it has no WebGL 2 for effects.
 */
const exceptInFirefox: (title: string, run: () => Promise<void>) => unknown = navigator.userAgent.includes('Firefox') ? () => undefined : it;

export function describeEngineContract(name: string, harness: EngineHarness): void {
  describe(`${name} keeps the engine contract`, function () {
    this.timeout(60_000);

    let room: TestRoom;
    let witness: Witness;
    let engine: Engine;
    let opened: MediaStreamTrack[] = [];
    /** What was told that cannot be, by the test in which it was. */
    const faults: string[] = [];

    beforeEach(async () => {
      room = await harness.openRoom();
      witness = new Witness(TOPIC);
      engine = room.createEngine(witness);
    });

    afterEach(async function () {
      engine.dispose();
      for (const track of opened) track.stop();
      opened = [];
      await room.close();
      document.querySelectorAll('video').forEach((video) => video.remove());
      // Not asserted here: after a hook that fails, mocha skips all other tests.
      faults.push(...witness.faults.map((fault) => `${this.currentTest?.title}: ${fault}`));
    });

    /** Joins, and returns the local participant's id. */
    async function join(options: TestRights & { name?: string } = {}): Promise<string> {
      await engine.connect(await connectOptions(options));
      return witness.localId;
    }

    async function connectOptions(options: TestRights & { name?: string } = {}): Promise<ConnectOptions> {
      const { name = 'Ada' } = options;
      return { ...(await room.credentials({ ...options, name })), displayName: name, signal: new AbortController().signal };
    }

    async function open(kind: 'microphone' | 'camera'): Promise<MediaStreamTrack> {
      const track = await engine.media.open(kind, '');
      opened.push(track);
      return track;
    }

    describe('joining and leaving', () => {
      it('tells of the connection, of oneself and of everyone there before connect resolves', async () => {
        const guest = await room.invite('Grace');
        await guest.publish('microphone', { muted: true });
        const me = await join({ name: 'Ada' });

        expect(witness.events[0]).to.deep.equal({ type: 'connected' });
        const [local, other] = witness.all('participant').map(({ participant }) => participant);
        expect(local).to.include({ id: me, name: 'Ada', isLocal: true });
        expect(other).to.include({ id: guest.id, name: 'Grace', isLocal: false });
        expect(witness.track(guest.id, 'microphone')).to.include({ source: 'microphone', muted: true });
        expect(witness.all('connected')).to.have.lengthOf(1);
      });

      it('may publish everything, unless the token says otherwise', async () => {
        const me = await join();
        expect(witness.people.get(me)?.info.canPublish).to.have.members(['microphone', 'camera', 'screen_share', 'screen_share_audio']);
      });

      it('tells who comes, with their tracks, and who goes', async () => {
        await join();
        const guest = await room.invite('Grace');
        await until('the guest is told of', () => witness.people.has(guest.id));
        expect(witness.people.get(guest.id)?.info).to.include({ name: 'Grace', isLocal: false });
        await guest.publish('camera');
        await until('the guest’s camera is told of', () => witness.track(guest.id, 'camera')?.muted === false);
        await guest.leave();
        await until('the guest is gone', () => !witness.people.has(guest.id));
      });

      it('tells a change of name, of attributes and of rights', async () => {
        const me = await join();
        await room.moderator.rename(me, 'Ada Lovelace');
        await until('the new name is told', () => witness.people.get(me)?.info.name === 'Ada Lovelace');
        await room.moderator.setAttributes(me, { hand: 'raised' });
        await until('the attribute is told', () => witness.people.get(me)?.info.attributes['hand'] === 'raised');
        await room.moderator.setCanPublish(me, ['microphone']);
        await until('the right is told', () => witness.people.get(me)?.info.canPublish.join() === 'microphone');
      });

      it('tells who calls by telephone and what is a program, and numbers in part', async () => {
        const program = await room.invite('Notes', 'agent');
        await join();
        const caller = await room.invite('Phone +33612345612', 'sip');
        const info = (id: string) => witness.people.get(id)?.info;
        await until('both are told', () => info(program.id) && info(caller.id));
        expect([info(program.id)!.kind, info(program.id)!.name]).to.deep.equal(['agent', 'Notes']);
        expect([info(caller.id)!.kind, info(caller.id)!.name]).to.deep.equal(['sip', '+33 •• •• •• 12']);
        expect(info(witness.localId)!.kind).to.equal('standard');
        await room.moderator.rename(caller.id, 'Salle Vauban');
        await until('the name that the server gives is told', () => info(caller.id)!.name === 'Salle Vauban');
      });

      it('tells whether the room is recorded, as one comes and when it changes, over a break, too', async () => {
        await join();
        expect(witness.recording).to.equal(false);
        await room.setRecording(true);
        await until('the recording is told', () => witness.recording);
        expect(witness.people.size).to.equal(1);
        await room.breakConnection(engine);
        await until('the connection is back', () => witness.all('reconnected').length > 0);
        await until('the recording is still told', () => witness.recording);
        await room.setRecording(false);
        await until('its end is told', () => witness.recording === false);
      });

      it('tells one who comes late that the room is recorded', async () => {
        await room.setRecording(true);
        await join();
        expect(witness.recording).to.equal(true);
      });

      it('tells what is kept with the room, as one comes and when it changes, over a break, too', async () => {
        await join();
        expect(witness.metadata).to.equal('');
        await room.moderator.setRoomMetadata('{"access_level":"trusted"}');
        await until('it is told', () => witness.metadata === '{"access_level":"trusted"}');
        await room.breakConnection(engine);
        await until('the connection is back', () => witness.all('reconnected').length > 0);
        expect(witness.metadata).to.equal('{"access_level":"trusted"}');
        await room.moderator.setRoomMetadata('');
        await until('its end is told', () => witness.metadata === '');
      });

      it('says "left" once after disconnect, and nothing more', async () => {
        await join();
        await engine.publish('microphone', await open('microphone'));
        await engine.disconnect();
        expect(witness.events.at(-1)).to.deep.equal({ type: 'disconnected', reason: 'left' });
        await engine.disconnect();
        await room.invite('Grace');
        expect(witness.all('disconnected')).to.have.lengthOf(1);
        expect(witness.events.at(-1)?.type).to.equal('disconnected');
      });

      it('joins again after having left', async () => {
        await join();
        await engine.disconnect();
        witness.events = [];
        const me = await join();
        expect(witness.events[0]).to.deep.equal({ type: 'connected' });
        await engine.publish('microphone', await open('microphone'));
        expect(witness.track(me, 'microphone')?.muted).to.equal(false);
      });

      it('tells when a moderator removes one', async () => {
        await room.moderator.remove(await join());
        await until('the end is told', () => witness.all('disconnected').length > 0);
        expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'removed' }]);
      });

      it('tells when the room is closed', async () => {
        await join();
        await room.moderator.closeRoom();
        await until('the end is told', () => witness.all('disconnected').length > 0);
        expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'room-closed' }]);
      });

      it('tells when the same identity joins from elsewhere', async () => {
        await room.takePlaceOf(await join());
        await until('the end is told', () => witness.all('disconnected').length > 0);
        expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'duplicate-identity' }]);
      });
    });

    describe('not joining', () => {
      for (const [code, credentials] of Object.entries(harness.refused)) {
        it(`rejects with ${code}, and tells nothing`, async () => {
          const options = { ...(await connectOptions()), ...(await credentials()) };
          await rejects(engine.connect(options), code as VisioErrorCode);
          expect(witness.events).to.deep.equal([]);
          // It is not worn out by that.
          await join();
        });
      }

      it('rejects when given up beforehand', async () => {
        await rejects(engine.connect({ ...(await connectOptions()), signal: AbortSignal.abort() }), 'COMMAND_DISABLED');
        expect(witness.events).to.deep.equal([]);
      });

      it('rejects when given up on the way, and can then join', async () => {
        const attempt = new AbortController();
        const connecting = engine.connect({ ...(await connectOptions()), signal: attempt.signal });
        setTimeout(() => attempt.abort());
        await rejects(connecting, 'COMMAND_DISABLED');
        expect(witness.events).to.deep.equal([]);
        await join();
      });

      it('publishes nothing without a connection, and leaves the track alone', async () => {
        await engine.load();
        const track = await open('camera');
        await rejects(engine.publish('camera', track), 'COMMAND_DISABLED');
        await rejects(engine.setMuted('camera', true), 'COMMAND_DISABLED');
        await engine.unpublish('camera');
        await engine.disconnect();
        expect(track.readyState).to.equal('live');
        expect(witness.events).to.deep.equal([]);
      });
    });

    describe('the own devices', () => {
      exceptInFirefox('works on the sound of a microphone as it is told, when it opens and later', async () => {
        const processing = { noiseSuppression: false, echoCancellation: true, autoGainControl: false };
        const track = await engine.media.open('microphone', '', { processing });
        opened.push(track);
        expect(track.getSettings()).to.include(processing);
        const other = { noiseSuppression: true, echoCancellation: false, autoGainControl: true };
        // Where the browser cannot change it, it says so, and nothing has changed.
        const changed = await engine.media.setProcessing(track, other);
        expect(track.getSettings()).to.include(changed ? other : processing);
        expect(track.readyState).to.equal('live');
      });

      exceptInFirefox('works on all of it unless told otherwise', async () => {
        expect((await open('microphone')).getSettings()).to.include({ noiseSuppression: true, echoCancellation: true, autoGainControl: true });
      });

      it('plays a test sound to its end, and says when there is no such speaker', async () => {
        await engine.media.testSpeaker('');
        await rejects(engine.media.testSpeaker('no such speaker'), 'DEVICE_NOT_FOUND');
      });

      exceptInFirefox('shows a camera with an effect, to oneself and to the room, and lets go of it', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        const camera = await open('camera');
        const result = await engine.media.applyEffect(camera, { kind: 'blur' }, ASSETS);
        expect(result.track).to.include({ kind: 'video', readyState: 'live' });
        expect(result.track === camera).to.equal(false);
        await engine.publish('camera', result.track);
        await until('the guest sees it', () => guest.sees(me)?.tracks.camera?.muted === false);
        const video = showVideo();
        video.muted = video.autoplay = true;
        video.srcObject = new MediaStream([result.track]);
        await advances(video, 'a blurred camera');
        await result.update({ kind: 'image', image: 'hills' });
        await advances(video, 'a camera before hills');
        result.end();
        expect([result.track.readyState, camera.readyState]).to.deep.equal(['ended', 'live']);
      });

      exceptInFirefox('says when an image cannot be had, and goes on with the effect that there is', async () => {
        const result = await engine.media.applyEffect(await open('camera'), { kind: 'blur' }, ASSETS);
        await rejects(result.update({ kind: 'image', image: '/no/such/image.png' }), 'EFFECT_LOAD_FAILED');
        await rejects(result.update({ kind: 'image', image: new Blob(['no image'], { type: 'image/png' }) }), 'INVALID_ARGUMENT');
        expect(result.track.readyState).to.equal('live');
        result.end();
      });
    });

    describe('publishing', () => {
      it('shows microphone and camera to the others', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        await engine.publish('microphone', await open('microphone'));
        await engine.publish('camera', await open('camera'));
        // The engine has told by the time it has answered.
        expect(witness.track(me, 'microphone')?.muted).to.equal(false);
        expect(witness.track(me, 'camera')?.muted).to.equal(false);
        await until('the guest sees both', () => {
          const tracks = guest.sees(me)?.tracks;
          return tracks?.microphone?.muted === false && tracks.camera?.muted === false;
        });
        expect(guest.sees(me)?.tracks.camera?.dimensions?.width).to.be.greaterThan(0);
      });

      it('mutes and unmutes, here and there', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        await engine.publish('microphone', await open('microphone'));
        for (const muted of [true, false, true]) {
          await engine.setMuted('microphone', muted);
          expect(witness.track(me, 'microphone')?.muted).to.equal(muted);
          await until(`the guest sees it ${muted ? 'muted' : 'unmuted'}`, () => guest.sees(me)?.tracks.microphone?.muted === muted);
        }
      });

      it('publishes muted, never heard for a moment', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        const track = await open('microphone');
        await engine.publish('microphone', track, { muted: true });
        await until('the guest sees it muted', () => guest.sees(me)?.tracks.microphone?.muted === true);
        expect(witness.all('track').map((event) => event.track.muted)).to.not.include(false);
        expect(track.enabled).to.equal(false);
        await engine.setMuted('microphone', false);
        await until('the guest hears it', () => guest.sees(me)?.tracks.microphone?.muted === false);
        expect(track.enabled).to.equal(true);
      });

      it('replaces a track within one publication, unmuted unless told otherwise', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        await engine.publish('camera', await open('camera'));
        await engine.setMuted('camera', true);
        await until('the guest sees it muted', () => guest.sees(me)?.tracks.camera?.muted === true);
        opened.at(-1)?.stop();
        await engine.publish('camera', await open('camera'));
        expect(witness.track(me, 'camera')?.muted).to.equal(false);
        await until('the guest sees it again', () => guest.sees(me)?.tracks.camera?.muted === false);
        await engine.publish('camera', await open('camera'), { muted: true });
        expect(witness.track(me, 'camera')?.muted).to.equal(true);
        expect(opened.at(-1)?.enabled).to.equal(false);
        await until('the guest sees it muted again', () => guest.sees(me)?.tracks.camera?.muted === true);
        expect(witness.all('track-removed')).to.deep.equal([]);
      });

      it('unpublishes, and leaves the track to its owner', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        const track = await open('microphone');
        await engine.publish('microphone', track);
        await until('the guest sees it', () => guest.sees(me)?.tracks.microphone);
        await engine.unpublish('microphone');
        expect(witness.track(me, 'microphone')).to.equal(undefined);
        await until('the guest sees it no more', () => !guest.sees(me)?.tracks.microphone);
        expect(track.readyState).to.equal('live');
        await engine.unpublish('microphone');
        await rejects(engine.setMuted('microphone', true), 'PUBLISH_FAILED');
      });

      exceptInFirefox('shares a screen, which goes when its track ends by itself', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        const track = await open('camera');
        await engine.publish('screen_share', track);
        await until('the guest sees the screen', () => guest.sees(me)?.tracks.screen_share);
        endBySystem(track);
        await until('the guest sees it no more', () => !guest.sees(me)?.tracks.screen_share);
        await until('its end is told', () => !witness.track(me, 'screen_share'));
      });

      it('changes the hint of a screen that is shared, without a break', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        const track = await open('camera');
        await engine.publish('screen_share', track, { hint: 'text' });
        await until('the guest sees the screen', () => guest.sees(me)?.tracks.screen_share);
        expect(track.contentHint).to.equal('text');
        const video = showVideo();
        engine.attach(me, 'screen_share', video);
        for (const hint of ['motion', 'text'] as const) {
          await engine.publish('screen_share', track, { hint });
          expect(track.contentHint).to.equal(hint);
          await advances(video, `a screen with the hint ${hint}`);
        }
        expect(witness.all('track-removed')).to.deep.equal([]);
        expect(guest.sees(me)?.tracks.screen_share?.muted).to.equal(false);
      });

      it('shares the sound of a screen beside it', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        await engine.publish('screen_share', await open('camera'));
        await engine.publish('screen_share_audio', await open('microphone'));
        await until('the guest is told of both', () => guest.sees(me)?.tracks.screen_share && guest.sees(me)?.tracks.screen_share_audio);
        await engine.unpublish('screen_share_audio');
        await until('the guest is told that it is silent', () => !guest.sees(me)?.tracks.screen_share_audio);
        expect(guest.sees(me)?.tracks.screen_share?.muted).to.equal(false);
      });

      exceptInFirefox('keeps a camera that was unplugged, muted, for the next one', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        const track = await open('camera');
        await engine.publish('camera', track);
        endBySystem(track);
        await until('the guest sees it muted', () => guest.sees(me)?.tracks.camera?.muted === true);
        await until('it is told', () => witness.track(me, 'camera')?.muted === true);
      });

      it('tells when a moderator mutes one', async () => {
        const me = await join();
        await engine.publish('microphone', await open('microphone'));
        await room.moderator.mute(me, 'microphone');
        await until('the mute is told', () => witness.track(me, 'microphone')?.muted === true);
      });

      it('rejects what may not be published', async () => {
        const me = await join({ viewer: true });
        expect(witness.people.get(me)?.info.canPublish).to.deep.equal([]);
        const track = await open('microphone');
        await rejects(engine.publish('microphone', track), 'PUBLISH_NOT_ALLOWED');
        expect(track.readyState).to.equal('live');
        expect(witness.all('track')).to.deep.equal([]);
      });

      it('takes back what may no longer be published', async () => {
        const me = await join();
        await engine.publish('microphone', await open('microphone'));
        await engine.publish('camera', await open('camera'));
        await room.moderator.setCanPublish(me, ['microphone']);
        await until('the camera is gone', () => !witness.track(me, 'camera'));
        expect(witness.track(me, 'microphone')?.muted).to.equal(false);
      });
    });

    describe('seeing and hearing', () => {
      it('shows a camera that was on before', async () => {
        const guest = await room.invite('Grace');
        await guest.publish('camera');
        await join();
        const video = showVideo();
        engine.attach(guest.id, 'camera', video);
        await advances(video, 'a camera that was on before');
      });

      it('shows a camera that comes late, goes off and on, and comes back with its owner', async () => {
        await join();
        const guest = await room.invite('Grace');
        await until('the guest is there', () => witness.people.has(guest.id));
        const video = showVideo();
        engine.attach(guest.id, 'camera', video);
        await guest.publish('camera');
        await advances(video, 'a late camera');
        await guest.setMuted('camera', true);
        await until('the camera is off', () => witness.track(guest.id, 'camera')?.muted);
        await guest.setMuted('camera', false);
        await advances(video, 'a camera turned on again');
        await guest.unpublish('camera');
        await until('the camera is gone', () => !witness.track(guest.id, 'camera'));
        await guest.publish('camera');
        await advances(video, 'a camera published again');
      });

      it('shows one video in two places, and lets go of one', async () => {
        const guest = await room.invite('Grace');
        await guest.publish('camera');
        await join();
        const [first, second] = [showVideo(), showVideo()];
        const release = engine.attach(guest.id, 'camera', first);
        engine.attach(guest.id, 'camera', second);
        await advances(first, 'the first place');
        await advances(second, 'the second place');
        release();
        expect(first.srcObject).to.equal(null);
        await advances(second, 'the place that is left');
      });

      it('shows the latest wish in an element that is used again', async () => {
        const guest = await room.invite('Grace');
        await guest.publish('camera');
        await guest.publish('screen_share');
        await join();
        const video = showVideo();
        const release = engine.attach(guest.id, 'camera', video);
        await advances(video, 'the camera');
        engine.attach(guest.id, 'screen_share', video);
        release();
        await advances(video, 'the screen');
      });

      it('receives what something shows, and nothing else', async () => {
        const [grace, alan] = [await room.invite('Grace'), await room.invite('Alan')];
        await grace.publish('camera');
        await alan.publish('camera');
        await join();
        const received = () => [grace, alan].map(({ id }) => room.receives(engine, id, 'camera'));
        const [first, second] = [showVideo(), showVideo()];
        const releases = [engine.attach(grace.id, 'camera', first), engine.attach(grace.id, 'camera', second)];
        await advances(first, 'the one that is shown');
        expect(received()).to.deep.equal([true, false]);

        // A page is turned: one comes, the other goes, but not while something still shows it.
        releases.pop()!();
        engine.attach(alan.id, 'camera', second);
        await advances(second, 'the other');
        expect(received()).to.deep.equal([true, true]);
        releases.pop()!();
        await until('the first is received no more', () => !received()[0]);
        expect(received()).to.deep.equal([false, true]);
        engine.attach(grace.id, 'camera', first);
        await advances(first, 'the first again');
      });

      it('receives nothing that is published while nothing shows it, and after a broken connection the same as before', async () => {
        const grace = await room.invite('Grace');
        await join();
        await grace.publish('camera');
        await grace.publish('screen_share');
        await until('both are told of', () => witness.track(grace.id, 'camera') && witness.track(grace.id, 'screen_share'));
        const video = showVideo();
        engine.attach(grace.id, 'screen_share', video);
        await advances(video, 'the screen');
        expect(room.receives(engine, grace.id, 'camera')).to.equal(false);
        await room.breakConnection(engine);
        await until('it is back', () => witness.all('reconnected').length > 0);
        await advances(video, 'the screen afterwards');
        expect(room.receives(engine, grace.id, 'camera')).to.equal(false);
      });

      it('shows what is published here, too', async () => {
        const me = await join();
        const video = showVideo();
        const release = engine.attach(me, 'camera', video);
        await engine.publish('camera', await open('camera'));
        await advances(video, 'one’s own camera');
        release();
        expect(video.srcObject).to.equal(null);
      });

      it('empties what it filled when the call ends', async () => {
        const guest = await room.invite('Grace');
        await guest.publish('camera');
        await join();
        const video = showVideo();
        const release = engine.attach(guest.id, 'camera', video);
        await advances(video, 'the camera');
        await engine.disconnect();
        await until('the element is empty', () => video.srcObject === null);
        release();
      });

      exceptInFirefox('tells who speaks', async () => {
        await join();
        const guest = await room.invite('Grace');
        await guest.publish('microphone');
        guest.speak();
        await until('the guest is heard', () => witness.speakers.includes(guest.id));
        await guest.setMuted('microphone', true);
        await until('the guest is silent', () => !witness.speakers.includes(guest.id));
      });

      it('tells the quality of connections', async () => {
        const me = await join();
        await engine.publish('microphone', await open('microphone'));
        await until('one’s own quality is told', () => !['unknown', undefined].includes(witness.qualities.get(me)));
      });

      exceptInFirefox('tells that sound may play', async () => {
        await join();
        await until('it is told', () => witness.all('playback').at(-1)?.blocked === false);
        await engine.startPlayback();
        await engine.setSpeaker('');
      });
    });

    describe('data', () => {
      const bytes = (text: string) => new TextEncoder().encode(text);
      const words = (payload: Uint8Array) => new TextDecoder().decode(payload);
      const textsOf = (guest: Guest) => guest.received.flatMap((event) => (event.type === 'text' ? [event.text] : []));

      it('brings a text to the others once, as it was sent', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        await until('the guest is there', () => witness.people.has(guest.id));
        const text = 'Zoé says: 👋\n<b>"hello"</b>';
        const id = await engine.sendText(TOPIC, text, { attributes: { mood: 'good' } });
        const chosen = await engine.sendText(TOPIC, 'second', { id: 'chosen-id' });
        expect(chosen).to.equal('chosen-id');
        await until('both are there', () => guest.received.length >= 2);
        const [first, second] = guest.received as readonly TextEvent[];
        expect(first).to.deep.include({ type: 'text', topic: TOPIC, from: me, id, text, attributes: { mood: 'good' } });
        expect(first!.timestamp).to.be.greaterThan(0);
        expect(second).to.include({ id: 'chosen-id', text: 'second' });
        expect(guest.received).to.have.lengthOf(2);
      });

      it('tells what others send, in order, long or short', async () => {
        await join();
        const guest = await room.invite('Grace');
        await until('the guest is there', () => witness.people.has(guest.id));
        const texts = Array.from({ length: 12 }, (_, i) => `${i} ${'long '.repeat(i % 3 === 0 ? 8_000 : 0)}`);
        const ids = await Promise.all(texts.map((text) => guest.sendText(TOPIC, text)));
        await until('all are told', () => witness.all('text').length === texts.length);
        expect(witness.all('text').map(({ text }) => text)).to.deep.equal(texts);
        expect(witness.all('text').map(({ id }) => id)).to.deep.equal(ids);
        expect(new Set(witness.all('text').map(({ from }) => from))).to.deep.equal(new Set([guest.id]));
      });

      it('brings a line letter by letter, the empty one too', async () => {
        await join();
        const guest = await room.invite('Grace');
        await until('the guest is there', () => witness.people.has(guest.id));
        const line = ['h', 'ha', 'h', 'hé', ''];
        for (const text of line) await guest.sendText(TOPIC, text);
        await until('all are told', () => witness.all('text').length === line.length);
        expect(witness.all('text').map(({ text }) => text)).to.deep.equal(line);
        for (const text of line) await engine.sendText(TOPIC, text);
        await until('all came to the guest', () => guest.received.length === line.length);
        expect(textsOf(guest)).to.deep.equal(line);
      });

      it('tells packets, with their topic or without, in order', async () => {
        const me = await join();
        const guest = await room.invite('Grace');
        await until('the guest is there', () => witness.people.has(guest.id));
        await guest.sendPacket(bytes('one'));
        await guest.sendPacket(bytes('two'), { topic: 'any-topic' });
        await until('both are told', () => witness.all('packet').length === 2);
        const told = witness.all('packet').map(({ topic, from, payload }) => [topic, from, words(payload)]);
        expect(told).to.deep.equal([['', guest.id, 'one'], ['any-topic', guest.id, 'two']]);
        await engine.sendPacket(bytes('three'));
        await engine.sendPacket(bytes('four'), { topic: 'any-topic' });
        await until('the guest has both', () => guest.received.length === 2);
        const got = (guest.received as readonly PacketEvent[]).map(({ topic, from, payload }) => [topic, from, words(payload)]);
        expect(got).to.deep.equal([['', me, 'three'], ['any-topic', me, 'four']]);
      });

      it('brings it to those it is for, and to nobody else', async () => {
        const me = await join();
        const [grace, alan] = [await room.invite('Grace'), await room.invite('Alan')];
        await until('both are there', () => witness.people.has(grace.id) && witness.people.has(alan.id));
        await engine.sendText(TOPIC, 'for nobody', { to: [] });
        await engine.sendPacket(bytes('for nobody'), { to: [] });
        await engine.sendText(TOPIC, 'for Grace', { to: [grace.id] });
        await engine.sendPacket(bytes('for Grace'), { to: [grace.id] });
        await engine.sendText(TOPIC, 'for all');
        await until('all have it', () => textsOf(alan).includes('for all') && textsOf(grace).includes('for all'));
        expect(alan.received).to.have.lengthOf(1);
        expect(grace.received).to.have.lengthOf(3);
        await grace.sendText(TOPIC, 'for Alan', { to: [alan.id] });
        await grace.sendText(TOPIC, 'for me', { to: [me] });
        await until('it is told', () => witness.all('text').length > 0);
        expect(witness.all('text').map(({ text }) => text)).to.deep.equal(['for me']);
      });

      it('passes over topics that nobody asked for, and what is too long', async () => {
        await join();
        const guest = await room.invite('Grace');
        await until('the guest is there', () => witness.people.has(guest.id));
        await guest.sendText('unasked', 'x');
        await rejects(engine.sendText(TOPIC, 'x'.repeat(TEXT_LIMIT + 1)), 'INVALID_ARGUMENT');
        await rejects(engine.sendPacket(new Uint8Array(PACKET_LIMIT + 1)), 'INVALID_ARGUMENT');
        await guest.sendText(TOPIC, 'é'.repeat(TEXT_LIMIT));
        await guest.sendText(TOPIC, 'last');
        await until('the last is told', () => witness.all('text').at(-1)?.text === 'last');
        expect(witness.all('text').map(({ text }) => text.length)).to.deep.equal([TEXT_LIMIT, 4]);
      });

      it('tells of everyone once that they can get data', async () => {
        const grace = await room.invite('Grace');
        await join();
        const alan = await room.invite('Alan');
        await until('both are told of', () => witness.all('participant-ready').length === 2);
        expect(witness.all('participant-ready').map(({ id }) => id)).to.deep.equal([grace.id, alan.id]);
        await engine.sendText(TOPIC, 'hello');
        await until('it arrives', () => grace.received.length === 1 && alan.received.length === 1);
      });

      it('is nothing outside a call', async () => {
        await engine.load();
        await rejects(engine.sendText(TOPIC, 'x'), 'COMMAND_DISABLED');
        await rejects(engine.sendPacket(bytes('x')), 'COMMAND_DISABLED');
      });

      it('waits while the connection is broken, and then arrives once, in order', async () => {
        const guest = await room.invite('Grace');
        await join();
        await room.breakConnection(engine);
        await until('it is broken', () => witness.all('reconnecting').length > 0);
        const sending = [engine.sendText(TOPIC, 'first'), engine.sendText(TOPIC, 'second'), engine.sendPacket(bytes('third'))];
        expect(witness.all('reconnected')).to.have.lengthOf(0);
        await Promise.all(sending);
        expect(witness.all('reconnected')).to.have.lengthOf(1);
        await engine.sendText(TOPIC, 'fourth');
        await until('all have arrived', () => textsOf(guest).includes('fourth'));
        expect(textsOf(guest)).to.deep.equal(['first', 'second', 'fourth']);
        expect(guest.received.filter(({ type }) => type === 'packet')).to.have.lengthOf(1);
        await guest.sendText(TOPIC, 'and back');
        await until('it works both ways', () => witness.all('text').some(({ text }) => text === 'and back'));
      });

      it('is given up when the call ends', async () => {
        await join();
        await room.breakConnection(engine);
        await until('it is broken', () => witness.all('reconnecting').length > 0);
        const sending = engine.sendText(TOPIC, 'too late');
        const outcome = rejects(sending, 'COMMAND_DISABLED');
        await engine.disconnect();
        await outcome;
      });
    });

    describe('attributes', () => {
      it('sets one’s own, beside those that are there, and takes away what is empty', async () => {
        const me = await join({ ownAttributes: true });
        const attributes = () => witness.people.get(me)?.info.attributes;
        expect(witness.people.get(me)?.info.canSetAttributes).to.equal(true);
        await room.moderator.setAttributes(me, { role: 'guide' });
        await until('the other is told', () => attributes()?.['role'] === 'guide');
        await engine.setAttributes({ hand: 'raised', mood: 'good' });
        // The engine has told by the time it has answered.
        expect(attributes()).to.deep.equal({ role: 'guide', hand: 'raised', mood: 'good' });
        const guest = await room.invite('Grace');
        await engine.setAttributes({ hand: '' });
        expect(attributes()).to.deep.equal({ role: 'guide', mood: 'good' });
        await until('the guest knows it', () => guest.sees(me)?.attributes['mood'] === 'good' && !guest.sees(me)?.attributes['hand']);
      });

      it('rejects what may not be set', async () => {
        const me = await join();
        expect(witness.people.get(me)?.info.canSetAttributes).to.equal(false);
        await rejects(engine.setAttributes({ hand: 'raised' }), 'NOT_ALLOWED');
        expect(witness.people.get(me)?.info.attributes['hand']).to.equal(undefined);
      });

      it('sets none outside a call', async () => {
        await engine.load();
        await rejects(engine.setAttributes({ hand: 'raised' }), 'COMMAND_DISABLED');
      });

      it('waits while the connection is broken', async () => {
        const me = await join({ ownAttributes: true });
        await room.breakConnection(engine);
        await until('it is broken', () => witness.all('reconnecting').length > 0);
        await engine.setAttributes({ hand: 'raised' });
        expect(witness.all('reconnected')).to.have.lengthOf(1);
        expect(witness.people.get(me)?.info.attributes['hand']).to.equal('raised');
      });
    });

    describeFiles(() => ({ room, engine, witness, join }));
    describeTranscriptions(() => ({ room, engine, witness, join }));

    describe('a broken connection', () => {
      it('comes back with everything published before, on both sides', async () => {
        const guest = await room.invite('Grace');
        await guest.publish('camera');
        const me = await join();
        await engine.publish('microphone', await open('microphone'));
        await engine.publish('camera', await open('camera'));
        await engine.setMuted('camera', true);
        const video = showVideo();
        engine.attach(guest.id, 'camera', video);
        await advances(video, 'the guest before');

        witness.events = [];
        await room.breakConnection(engine);
        await until('it is back', () => witness.all('reconnected').length > 0);
        expect(witness.all('reconnecting')).to.have.lengthOf(1);
        expect(witness.all('disconnected')).to.have.lengthOf(0);
        // Nobody goes because one's own line was cut.
        expect(only(witness.events, 'participant-left', 'track-removed')).to.deep.equal([]);
        expect(witness.track(me, 'microphone')?.muted).to.equal(false);
        expect(witness.track(me, 'camera')?.muted).to.equal(true);
        expect(witness.people.get(guest.id)?.tracks.has('camera')).to.equal(true);

        await advances(video, 'the guest afterwards');
        await until('the guest sees everything again', () => {
          const tracks = guest.sees(me)?.tracks;
          return tracks?.microphone?.muted === false && tracks.camera?.muted === true;
        });
        await engine.setMuted('microphone', true);
        await until('the guest sees the mute', () => guest.sees(me)?.tracks.microphone?.muted === true);
      });

      it('takes what is published meanwhile', async () => {
        const guest = await room.invite('Grace');
        const me = await join();
        const track = await open('microphone');
        await room.breakConnection(engine);
        await until('it is broken', () => witness.all('reconnecting').length > 0);
        await engine.publish('microphone', track);
        expect(witness.all('reconnected')).to.have.lengthOf(1);
        expect(witness.track(me, 'microphone')?.muted).to.equal(false);
        await until('the guest hears it', () => guest.sees(me)?.tracks.microphone?.muted === false);
      });

      it('is made anew with the token that was given last', async () => {
        await join();
        engine.setToken('invalid');
        await room.breakConnection(engine);
        await until('it is given up', () => witness.all('disconnected').length > 0);
        expect(witness.all('reconnected')).to.have.lengthOf(0);
      });

      it('can be left', async () => {
        await join();
        await room.breakConnection(engine);
        await until('it is broken', () => witness.all('reconnecting').length > 0);
        await engine.disconnect();
        expect(witness.all('disconnected')).to.deep.equal([{ type: 'disconnected', reason: 'left' }]);
        expect(witness.all('reconnected')).to.have.lengthOf(0);
      });
    });

    it('tells of a fresh token', async () => {
      const me = await join();
      const before = new Set(witness.all('token').map(({ token }) => token));
      await room.moderator.renewToken(me);
      await until('a fresh token is told', () => witness.all('token').some(({ token }) => token !== '' && !before.has(token)));
      engine.setToken(witness.all('token').at(-1)!.token);
      await room.breakConnection(engine);
      await until('it is back', () => witness.all('reconnected').length > 0);
    });

    describe('the end', () => {
      it('leaves and is silent after dispose, and stops no track', async () => {
        const guest = await room.invite('Grace');
        const me = await join();
        const track = await open('camera');
        await engine.publish('camera', track);
        await until('the guest sees one', () => guest.sees(me));
        const { length } = witness.events;
        engine.dispose();
        await until('the guest sees one no more', () => !guest.sees(me));
        expect(witness.events).to.have.lengthOf(length);
        expect(track.readyState).to.equal('live');
      });

      it('can be disposed of at any time', async () => {
        const connecting = engine.connect(await connectOptions());
        engine.dispose();
        engine.dispose();
        await rejects(connecting, 'COMMAND_DISABLED');
        expect(witness.events).to.deep.equal([]);
      });
    });
    it('told nothing impossible in any of these tests', () => {
      expect(faults).to.deep.equal([]);
    });
  });
}

/** As if unplugged, or as if the browser's own button stopped the share. */
function endBySystem(track: MediaStreamTrack): void {
  track.stop();
  track.dispatchEvent(new Event('ended'));
}

function only(events: readonly EngineEvent[], ...types: readonly EngineEvent['type'][]): readonly EngineEvent[] {
  return events.filter(({ type }) => types.includes(type));
}

export async function rejects(promise: Promise<unknown>, code: VisioErrorCode): Promise<void> {
  const outcome = await promise.then(
    () => 'it was fulfilled',
    (error: unknown) => error,
  );
  if (!isVisioError(outcome)) throw new Error(`Expected ${code}, but got: ${String(outcome)}`);
  expect(outcome.code, outcome.message).to.equal(code);
}
