import type {
  ConnectOptions,
  Engine,
  EngineContext,
  EngineFactory,
  PublishOptions,
  SendFileOptions,
  SendPacketOptions,
  SendTextOptions,
  TrackSource,
  VideoSource,
} from '../../engine/engine.js';
import type { Transport } from '../../engine/transport.js';
import { VisioError } from '../../errors/visio-error.js';
import { browserMedia } from '../../media/browser-media.js';
import type { LiveKitSession } from './session.js';

/** LiveKit, through livekit-client. That library (150 kB gzip) is fetched by `load`, when the lobby opens. */
export function livekitEngine(): EngineFactory {
  return (context) => new LiveKitEngine(context);
}

/** What stands in for the session until its code is there. */
export class LiveKitEngine implements Engine {
  readonly media = browserMedia();
  readonly #context: EngineContext;
  #session: LiveKitSession | null = null;
  #loading: Promise<LiveKitSession> | null = null;
  #disposed = false;

  constructor(context: EngineContext) {
    this.#context = context;
  }

  /** What `livekitRoom` takes the room from, once it is loaded. Its type is for that to say: this module's has none of livekit-client. */
  get session(): { readonly room: object } | null {
    return this.#session;
  }

  async load(): Promise<void> {
    await this.#load();
  }

  #load(): Promise<LiveKitSession> {
    this.#loading ??= import('./session.js').then(
      ({ createLiveKitSession }) => {
        this.#session = createLiveKitSession(this.#context);
        if (this.#disposed) this.#session.dispose();
        return this.#session;
      },
      (cause: unknown) => {
        this.#loading = null;
        throw new VisioError('ENGINE_LOAD_FAILED', 'livekit-client could not be loaded.', { cause });
      },
    );
    return this.#loading;
  }

  /** While the code comes: with it there, connecting is next, and the other request would only stand in its way. */
  prepare(serverUrl: string): void {
    if (!this.#session) fetch(serverUrl.replace(/^ws/, 'http'), { method: 'HEAD', mode: 'no-cors' }).catch(() => undefined);
  }

  async connect(options: ConnectOptions): Promise<void> {
    const session = await this.#load();
    if (this.#disposed) throw new VisioError('COMMAND_DISABLED', 'Disposed of.');
    return session.connect(options);
  }

  setToken(token: string): void {
    this.#session?.setToken(token);
  }

  async disconnect(): Promise<void> {
    return this.#session?.disconnect();
  }

  async publish(source: TrackSource, track: MediaStreamTrack, options?: PublishOptions): Promise<void> {
    return this.#connected().publish(source, track, options);
  }

  /** As the port has it. */
  async unpublish(source: TrackSource): Promise<void> {
    return this.#session?.unpublish(source);
  }

  async setMuted(source: TrackSource, muted: boolean): Promise<void> {
    return this.#connected().setMuted(source, muted);
  }

  attach(id: string, source: VideoSource, element: HTMLVideoElement): () => void {
    return this.#connected().attach(id, source, element);
  }

  takeVideo(id: string, source: VideoSource): HTMLVideoElement | undefined {
    return this.#session?.takeVideo(id, source);
  }

  async sendText(topic: string, text: string, options?: SendTextOptions): Promise<string> {
    return this.#connected().sendText(topic, text, options);
  }

  async sendFile(topic: string, file: Blob, options?: SendFileOptions): Promise<string> {
    return this.#connected().sendFile(topic, file, options);
  }

  async sendPacket(payload: Uint8Array, options?: SendPacketOptions): Promise<void> {
    return this.#connected().sendPacket(payload, options);
  }

  async setAttributes(attributes: Readonly<Record<string, string>>): Promise<void> {
    return this.#connected().setAttributes(attributes);
  }

  async startPlayback(): Promise<void> {
    return this.#session?.startPlayback();
  }

  async setSpeaker(deviceId: string): Promise<void> {
    return this.#session?.setSpeaker(deviceId);
  }

  async transport(): Promise<Transport> {
    return (await this.#load()).transport();
  }

  dispose(): void {
    this.#disposed = true;
    this.#session?.dispose();
  }

  #connected(): LiveKitSession {
    if (!this.#session) throw new VisioError('COMMAND_DISABLED', 'The meeting is not connected.');
    return this.#session;
  }
}
