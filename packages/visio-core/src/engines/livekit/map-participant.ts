import { ConnectionQuality as VendorQuality, ParticipantKind as VendorKind, Track, type Participant, type TrackPublication } from 'livekit-client';
import { callerName } from '../../engine/caller-name.js';
import type { ConnectionQuality, ParticipantInfo, ParticipantKind, TrackInfo, TrackSource } from '../../engine/engine.js';

const SOURCES: Readonly<Record<string, TrackSource>> = {
  [Track.Source.Microphone]: 'microphone',
  [Track.Source.Camera]: 'camera',
  [Track.Source.ScreenShare]: 'screen_share',
  [Track.Source.ScreenShareAudio]: 'screen_share_audio',
};

export const VENDOR_SOURCE: Readonly<Record<TrackSource, Track.Source>> = {
  microphone: Track.Source.Microphone,
  camera: Track.Source.Camera,
  screen_share: Track.Source.ScreenShare,
  screen_share_audio: Track.Source.ScreenShareAudio,
};

const ALL_SOURCES: readonly TrackSource[] = ['microphone', 'camera', 'screen_share', 'screen_share_audio'];

/** LiveKit's protocol numbers (`TrackSource` in livekit_models.proto). */
const SOURCE_NUMBERS: Readonly<Record<number, TrackSource>> = {
  1: 'camera',
  2: 'microphone',
  3: 'screen_share',
  4: 'screen_share_audio',
};

const KINDS: Readonly<Partial<Record<VendorKind, ParticipantKind>>> = {
  [VendorKind.INGRESS]: 'ingress',
  [VendorKind.EGRESS]: 'egress',
  [VendorKind.SIP]: 'sip',
  [VendorKind.AGENT]: 'agent',
  [VendorKind.CONNECTOR]: 'connector',
};

export function mapSource(source: Track.Source): TrackSource | undefined {
  return SOURCES[source];
}

export function mapParticipant(participant: Participant): ParticipantInfo {
  const kind = KINDS[participant.kind] ?? 'standard';
  const name = participant.name ?? '';
  return {
    id: participant.identity,
    name: kind === 'sip' ? callerName(name, participant.attributes) : name,
    isLocal: participant.isLocal,
    kind,
    joinedAt: participant.joinedAt?.getTime() ?? Date.now(),
    attributes: participant.attributes,
    canPublish: mapPermissions(participant.permissions),
    canSetAttributes: participant.permissions?.canUpdateMetadata ?? false,
  };
}

function mapPermissions(permissions: Participant['permissions']): readonly TrackSource[] {
  if (!permissions) return ALL_SOURCES;
  if (!permissions.canPublish) return [];
  const numbers = permissions.canPublishSources as readonly number[];
  // An empty list is no restriction.
  return numbers.length === 0 ? ALL_SOURCES : numbers.flatMap((number) => SOURCE_NUMBERS[number] ?? []);
}

export function mapTrack(publication: TrackPublication): TrackInfo | undefined {
  const source = mapSource(publication.source);
  return source && { id: publication.trackSid, source, muted: publication.isMuted, dimensions: publication.dimensions };
}

export function mapQuality(quality: VendorQuality): ConnectionQuality {
  switch (quality) {
    case VendorQuality.Excellent:
      return 'excellent';
    case VendorQuality.Good:
      return 'good';
    case VendorQuality.Poor:
      return 'poor';
    case VendorQuality.Lost:
      return 'lost';
    default:
      return 'unknown';
  }
}
