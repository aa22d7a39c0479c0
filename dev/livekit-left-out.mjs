// What livekit-client has that nothing here can reach: data tracks, end-to-end encryption, data within pictures, recording
// before one is connected, other hosts of LiveKit's cloud, logs, and messages that come as JSON. In their place stand modules that say so to whoever asks
// for them. That is an eighth of livekit-client.
// See docs/decisions/0006.
const refuse = (/** @type {string} */ what) => `throw new Error('${what} not in this build of livekit-client. Use its npm package, with a bundler of your own.');`;

/** What `Room` does with a manager of data tracks by itself, in every call, whether or not there are any. */
const managerOfNone = `
  import { EventEmitter } from 'events';
  export default class extends EventEmitter {
    updateE2eeManager() {}
    reset() {}
    receiveSfuPublicationUpdates() {}
    receivedSfuSubscriberHandles() {}
    receivedSfuPublishResponse() {}
    receivedSfuUnpublishResponse() {}
    handleRemoteParticipantDisconnected() {}
    handlePacketSendComplete() {}
    packetReceived() {}
    resendSubscriptionUpdates() {}
    sfuWillRepublishTracks() {}
    queryPublished() { return []; }
  }`;

/** @param {string} name */
const absentTrack = (name) => `export default class { constructor() { ${refuse(name + ' is')} } }`;

/** By the end of its path. @type {Readonly<Record<string, string>>} */
const leftOut = {
  'livekit-client/src/room/data-track/incoming/IncomingDataTrackManager.ts': managerOfNone,
  'livekit-client/src/room/data-track/outgoing/OutgoingDataTrackManager.ts': managerOfNone,
  'livekit-client/src/room/data-track/LocalDataTrack.ts': absentTrack('LocalDataTrack'),
  'livekit-client/src/room/data-track/RemoteDataTrack.ts': absentTrack('RemoteDataTrack'),
  'livekit-client/src/room/data-track/packet/index.ts': 'export class DataTrackPacket {}',
  // Answers to what is never asked.
  'livekit-client/src/room/data-track/outgoing/errors.ts': `
    const none = () => new Error('There are no data tracks.');
    export const DataTrackPublishError = { notAllowed: none, duplicateName: none, invalidName: none, limitReached: none, unknown: none };`,
  'livekit-client/src/e2ee/E2eeManager.ts': `export class E2EEManager { constructor() { ${refuse('End-to-end encryption is')} } }`,
  'livekit-client/src/frameMetadata/FrameMetadataManager.ts': 'export class FrameMetadataManager { setup() {} } export { FrameMetadataManager as PacketTrailerManager };',
  // It is silent here, and what would change that is not exported.
  'loglevel/lib/loglevel.js': `
    const nothing = () => undefined;
    const logger = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing, setLevel: nothing, setDefaultLevel: nothing, getLevel: () => 5, methodFactory: () => nothing };
    export const getLogger = () => logger;
    export default { getLogger };`,
  // What was said before one was connected, for agents.
  'livekit-client/src/room/track/record.ts': `
    export const isRecordingSupported = () => false;
    export class LocalTrackRecorder { constructor() { ${refuse('Recording before one is connected is')} } }`,
  // Hosts of LiveKit's own cloud, which it finds by itself: nobody here is asked whom the embedder did not name.
  'livekit-client/src/room/RegionUrlProvider.ts': `
    export const DEFAULT_MAX_AGE_MS = 0;
    export class RegionUrlProvider {
      constructor(url) { this.url = new URL(url); }
      getServerUrl() { return this.url; }
      isCloud() { return true; }
      updateToken() {}
      notifyConnected() {}
      notifyDisconnected() {}
      resetAttempts() {}
      setServerReportedRegions() {}
      async fetchRegionSettings() {}
      async getNextBestRegionUrl() { return null; }
    }`,
  // For logs.
  'livekit-client/src/room/statsSummary.ts': 'export const summarizeStatsReport = () => undefined;',
  // A host may print what it got by the way to LiveKit's room.
  '@bufbuild/protobuf/dist/esm/private/json-format.js': `
    const refuse = () => { ${refuse('Reading JSON is')} };
    export const makeJsonFormat = () => ({ makeReadOptions: refuse, readMessage: refuse, makeWriteOptions() {}, writeMessage: (message) => ({ ...message }) });`,
};

/**
 * The stand-in for a module, or `undefined`.
 * @param {string} id
 */
export function standInFor(id) {
  const path = id.replaceAll('\\', '/');
  const end = Object.keys(leftOut).find((each) => path.endsWith(`/node_modules/${each}`));
  return end && leftOut[end];
}
