// Stands in for LiveKit's egress service, which needs more than this machine has: it reports what that would report,
// by LiveKit's webhooks, and enters the room as that would, so that LiveKit itself marks it as recorded. Nothing is
// recorded. Development only: none of this is La Suite Meet's API.
import { randomBytes } from 'node:crypto';

/**
 * How far it is. `aborted` is an update: what ends a recording is one of the last three.
 * @typedef {'active' | 'ending' | 'aborted' | 'complete' | 'limit_reached' | 'failed'} Report
 * @typedef {ReturnType<typeof createEgress>} Egress
 */

const events = /** @type {const} */ ({
  active: 'egress_updated',
  ending: 'egress_updated',
  aborted: 'egress_updated',
  complete: 'egress_ended',
  limit_reached: 'egress_ended',
  failed: 'egress_ended',
});

/** @param {() => 'none' | 'manual' | 'automatic'} mode */
export function createEgress(mode) {
  /** By worker: in which room, and who is in it for us. @type {Map<string, { room: string, recorder?: import('@livekit/rtc-node').Room }>} */
  const workers = new Map();
  /** @type {{ url: string, token(room: string, identity: string): Promise<string>, deliver(body: string): Promise<unknown> } | undefined} */
  let link;

  const egress = {
    /**
     * To be called before anything is recorded.
     * @param {NonNullable<typeof link>} to
     */
    connect(to) {
      link = to;
    },

    /**
     * @param {string} room
     * @returns {string | undefined} the worker; undefined: there is none that could
     */
    start(room) {
      if (mode() === 'none' || !link) return undefined;
      const worker = `EG_${randomBytes(9).toString('base64url')}`;
      workers.set(worker, { room });
      return worker;
    },

    /** @param {string} worker whose start everyone was told of */
    started(worker) {
      if (mode() === 'automatic') inBackground(report(worker, 'active'));
    },

    /** @param {string} worker */
    stop: (worker) => workers.has(worker),

    /** @param {string} worker whose end everyone was told of */
    stopped(worker) {
      if (mode() === 'automatic') inBackground(report(worker, 'ending').then(() => report(worker, 'complete')));
    },

    /**
     * Reports of the newest recording of a room.
     * @param {string} room its id
     * @param {Report} what
     */
    async play(room, what) {
      const worker = [...workers].findLast(([, one]) => one.room === room)?.[0];
      if (!worker) throw new Error(`Nothing is being recorded in the room ${room}.`);
      await report(worker, what);
    },

    async close() {
      const recorders = [...workers.values()].map(({ recorder }) => recorder);
      workers.clear();
      await Promise.all(recorders.map((recorder) => recorder?.disconnect()));
    },
  };

  /**
   * @param {string} worker
   * @param {Report} what
   */
  async function report(worker, what) {
    const one = workers.get(worker);
    if (!one || !link) return;
    const event = events[what];
    if (what === 'active' && !one.recorder) {
      const { Room } = await import('@livekit/rtc-node');
      one.recorder = new Room();
      await one.recorder.connect(link.url, await link.token(one.room, worker), { autoSubscribe: false, dynacast: false });
    }
    if (event === 'egress_ended') {
      workers.delete(worker);
      await one.recorder?.disconnect();
    }
    const egressInfo = { egressId: worker, roomName: one.room, status: `EGRESS_${what.toUpperCase()}` };
    await link.deliver(JSON.stringify({ event, id: `EV_${randomBytes(9).toString('base64url')}`, egressInfo }));
  }

  return egress;
}

/** @param {Promise<void>} work */
function inBackground(work) {
  work.catch((error) => console.error(error));
}
