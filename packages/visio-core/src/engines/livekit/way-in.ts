/** What of livekit-client's way into a call can be done before, or need not be waited for. */
import { EngineEvent, type Room } from 'livekit-client';

type Engine = Room['engine'];

/** How long, in milliseconds, an answer may keep a connection waiting over which media could flow. It is nearly always there before. */
const PATIENCE = 100;

/** Private there. */
interface Unconfigured {
  configure(): Promise<void>;
  applyInitialPublisherLayout(): void;
}

/** Where LiveKit makes its first offer before the server has answered, and not after. */
const OFFERS_FIRST = typeof CompressionStream !== 'undefined' && !/firefox|fxios/i.test(navigator.userAgent);

/** Makes the peer connection and the offer that `connect` begins with, which takes the main thread 25 ms. Nothing goes to the network. */
export function prepare(engine: Engine): void {
  if (engine.pcManager || !OFFERS_FIRST) return;
  const unconfigured = engine as unknown as Unconfigured;
  unconfigured.configure().catch(() => undefined);
  // A browser without WebRTC: `connect` says so.
  if (!engine.pcManager) return;
  unconfigured.applyInitialPublisherLayout();
  const { publisher } = engine.pcManager as NonNullable<Engine['pcManager']>;
  const { createInitialOffer } = publisher;
  const offer = publisher.createInitialOffer();
  offer.catch(() => undefined);
  publisher.createInitialOffer = () => {
    publisher.createInitialOffer = createInitialOffer;
    return offer;
  };
}

/**
 * Has `connect` go on as soon as media can flow: LiveKit looks every 50 ms whether it can. But not before the answer with which the first
 * pictures come, of which there is one if `isAsking`: while the call is drawn it would wait, and what is sent meanwhile is lost, and half a second with it.
 */
export function hearConnected(engine: Engine, isAsking: boolean): void {
  const { publisher, mode } = engine.pcManager!;
  // With servers that know two connections, they come with the server's own offer.
  const needed = isAsking && mode === 'publisher-only' ? publisher.latestOfferId + 1 : 0;
  const isAnswered = () => publisher.latestAcknowledgedOfferId >= needed;
  const look = engine.waitForPCInitialConnection.bind(engine);
  engine.waitForPCInitialConnection = async (timeout, abort) => {
    await Promise.race([look(timeout, abort), new Promise<void>((resolve) => engine.once(EngineEvent.Connected, () => resolve()))]);
    if (isAnswered()) return;
    await new Promise<void>((resolve) => {
      publisher.on('offerAnswered', () => isAnswered() && resolve());
      setTimeout(resolve, PATIENCE);
    });
    if (engine.isClosed || abort?.signal.aborted) throw new Error('The connection ended while it was made.');
  };
}
