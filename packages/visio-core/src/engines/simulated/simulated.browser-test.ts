import type { FileEvent, PacketEvent, TextEvent } from '../../engine/engine.js';
import { describeEngineContract } from '../../engine/testing/contract.js';
import type { EngineHarness, Guest, TestRoom } from '../../engine/testing/harness.js';
import { describeTransportContract } from '../../engine/testing/transport-contract.js';
import { simulatedEngine, type Director, type SimulatedEngine } from './index.js';

const credentials = (token: string, serverUrl = 'wss://simulated') => ({ serverUrl, token });

/** The room of one engine; its guests are moved by that engine's director. */
function openRoom(): TestRoom {
  let director: Director;
  const act = (play: (director: Director) => void) => async () => play(director);

  return {
    createEngine(context) {
      const engine = simulatedEngine({ scenario: {} })(context) as SimulatedEngine;
      director = engine.director;
      return engine;
    },
    credentials: async ({ viewer = false, ownAttributes = false } = {}) => credentials(`${viewer ? 'viewer' : 'any'} ${ownAttributes ? '' : 'plain'}`),
    invite: async (name, kind) => createGuest(director, name, kind),
    moderator: {
      mute: (id, source) => act((it) => it.mute(id, source))(),
      rename: (id, name) => act((it) => it.rename(id, name))(),
      setAttributes: (id, attributes) => act((it) => it.setAttributes(id, attributes))(),
      setCanPublish: (id, sources) => act((it) => it.setPermissions(id, sources))(),
      remove: (id) => act((it) => it.leave(id))(),
      setRoomMetadata: (metadata) => act((it) => it.setRoomMetadata(metadata))(),
      renewToken: act((it) => it.renewToken(`fresh ${crypto.randomUUID()}`)),
      closeRoom: act((it) => it.drop('room-closed')),
    },
    receives: (_engine, id, source) => director.receives(id, source),
    takePlaceOf: act((it) => it.drop('duplicate-identity')),
    setRecording: (on) => act((it) => it.setRecording(on))(),
    breakConnection: act((it) => it.reconnect(400)),
    close: async () => undefined,
  };
}

function createGuest(director: Director, name: string, kind?: 'sip' | 'agent'): Guest {
  const id = director.join({ name, ...(kind && { kind }) });
  const received: (TextEvent | PacketEvent)[] = [];
  const files: FileEvent[] = [];
  director.onFile((event, to) => to.includes(id) && files.push(event));
  director.onData((event, to) => to.includes(id) && received.push(event));
  return {
    id,
    name,
    publish: async (source, { muted = false } = {}) => director.publish(id, source, muted),
    setMuted: async (source, muted) => (muted ? director.mute(id, source) : director.unmute(id, source)),
    unpublish: async (source) => director.unpublish(id, source),
    speak: () => director.speak(id, 60_000),
    sendText: async (topic, text, options) => director.sendText(id, topic, text, options),
    sendPacket: async (payload, options) => director.sendPacket(id, payload, options),
    sendFile: async (topic, file, options = {}) => {
      const { id: fileId, name, to, size } = options;
      return director.sendFile(id, topic, file, { ...(fileId && { id: fileId }), ...(name && { name }), ...(to && { to }), ...(size !== undefined && { size }), ms: 200 });
    },
    async transcribe(pieces, { id: segmentId, final }) {
      pieces.forEach((_, index) => director.caption(id, pieces.slice(0, index + 1).join(''), { segmentId, final: false }));
      if (final) director.caption(id, pieces.join(''), { segmentId });
    },
    files,
    received,
    leave: async () => director.leave(id),
    sees: (other) => director.see(other),
  };
}

const harness: EngineHarness = {
  openRoom: async () => openRoom(),
  refused: {
    INVALID_TOKEN: async () => credentials('invalid'),
    EXPIRED_TOKEN: async () => credentials('expired'),
    SERVER_UNREACHABLE: async () => credentials('any', 'wss://unreachable'),
  },
};

describeEngineContract('The simulated engine', harness);
describeTransportContract('The simulated engine', harness);
