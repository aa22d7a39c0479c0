/**
 * The whole public API of the meeting core.
 *
 * @module visio-core
 */
export { createMeeting } from './meeting/create-meeting.js';
export { meetBackend } from './backends/meet/index.js';
export { staticBackend } from './backends/static.js';
export { tokenEndpointBackend } from './backends/token-endpoint.js';
export { tokenProviderBackend } from './backends/token-provider.js';
export { urlBackend } from './backends/url.js';
export { VisioErrorCode } from './errors/codes.js';
export { isVisioError, VisioError } from './errors/visio-error.js';
export { browserMedia } from './media/browser-media.js';
export { backgroundNames, drawBackground } from './media/effects/backgrounds.js';
export { meterLevel } from './media/level-meter.js';
export { livekitEngine } from './engines/livekit/index.js';
export { checkConnection } from './features/check/check-connection.js';

export type {
  AccessLevel,
  Backend,
  BackendCaptions,
  BackendHands,
  BackendModeration,
  BackendRecording,
  BackendRooms,
  BackendWaitingRoom,
  CreatedRoom,
  Credentials,
  CredentialsRequest,
  DialIn,
  KeptBackground,
  KeptBackgrounds,
  Offers,
  RecordingMode,
  RecordingOptions,
  RoomRole,
  RoomSettings,
  Session,
  TokenProvider,
  WaitingPerson,
} from './backends/backend.js';
export type { MeetOptions } from './backends/meet/index.js';
export type { TokenEndpointOptions } from './backends/token-endpoint.js';
export type {
  ConnectionQuality,
  ConnectOptions,
  Device,
  DeviceKind,
  DevicePermission,
  EndReason,
  Engine,
  EngineContext,
  EngineEvent,
  EffectTrack,
  EngineFactory,
  FileDropReason,
  FileEvent,
  FileProgress,
  MediaInput,
  MicrophoneProcessing,
  OpenOptions,
  PacketEvent,
  ParticipantInfo,
  ParticipantKind,
  PublishOptions,
  ScreenHint,
  ScreenOptions,
  ScreenTracks,
  SendFileOptions,
  SendOptions,
  SendPacketOptions,
  SendTextOptions,
  TextEvent,
  TrackInfo,
  TrackSource,
  TranscriptionEvent,
  VideoEffect,
  VideoSource,
} from './engine/engine.js';
export type {
  Bandwidth,
  BandwidthOptions,
  LimitationReason,
  ProbeOffer,
  ProbeOptions,
  ProbePath,
  ProbeResult,
  PublishLimit,
  ReceiveLimit,
  TrackCounters,
  Transport,
  TransportCounters,
  TransportPath,
} from './engine/transport.js';
export type { DeviceUse, VisioErrorOptions } from './errors/visio-error.js';
export type {
  CaptionBackground,
  CaptionColors,
  CaptionFormat,
  CaptionLine,
  CaptionPlace,
  CaptionPreferences,
  CaptionSize,
  CaptionTranslator,
} from './features/captions/caption.js';
export type { Captions } from './features/captions/captions.js';
export type { Chat, ChatOptions } from './features/chat/chat.js';
export type { Interpreters } from './features/interpreters/interpreters.js';
export { isInterpreter } from './features/interpreters/marked.js';
export type { ChatFile } from './features/chat/files.js';
export type { ChatMessage } from './features/chat/log.js';
export type { ChatSearch } from './features/chat/search.js';
export { findMarks, fold, type Mark } from './i18n/fold.js';
export type { Check, CheckName, CheckReason, CheckReport, CheckState, CheckStep } from './features/check/check.js';
export type { ConnectionCheckOptions } from './features/check/run.js';
export type { Devices } from './features/devices/devices.js';
export type { Hands } from './features/hands/hands.js';
export type { Fact, FactMap, Facts } from './features/facts/facts.js';
export type { BackgroundImage, Effects } from './features/effects/effects.js';
export type { BackgroundLibrary, LibraryImage } from './features/effects/library.js';
export type { Features } from './features/index.js';
export type { Layout, LayoutMode, Pin, SelfView } from './features/layout/layout.js';
export type { LocalInput } from './features/local-media/local-media.js';
export type { Mirror } from './features/local-media/mirror.js';
export type { Processing } from './features/local-media/processing.js';
export type { DeviceChange, MediaWatch } from './features/media-watch/media-watch.js';
export type { Moderation, ModerationRights } from './features/moderation/moderation.js';
export type { Notice, NoticeAction, NoticeKind, NoticeOptions, NoticePreferences, NoticeText, NoticeUrgency } from './features/notices/notice.js';
export type { Notices } from './features/notices/notices.js';
export type { PeopleList, PeopleListOptions } from './features/people/list.js';
export type { Invitation, Invitee, People } from './features/people/people.js';
export type { Playback } from './features/playback/playback.js';
export type { Recording, RecordingState, RecordingStatus } from './features/recording/recording.js';
export type { AdviceAction, DataMode, Quality, QualityAdvice } from './features/quality/quality.js';
export type { LiveLine, RealTimeText } from './features/real-time-text/real-time-text.js';
export type { Reaction, ReactionEmoji, Reactions } from './features/reactions/reactions.js';
export type { ScreenShare, ScreenShareOptions } from './features/screen-share/screen-share.js';
export type { FlowStatistics, Statistics, StatisticsReport, TrackStatistics } from './features/statistics/statistics.js';
export type { WaitingRoom } from './features/waiting-room/waiting-room.js';
export type { BackgroundName } from './media/effects/backgrounds.js';
export type { LogLevel, LogSink } from './log/logger.js';
export type { Connection, ConnectionState } from './meeting/connection.js';
export type { MeetingStorage } from './meeting/context.js';
export type { Interceptor, Meeting, MeetingBase, MeetingOptions } from './meeting/create-meeting.js';
export type { RecordingProgress, RoomState } from './meeting/room-state.js';
export type { Participant, Roster } from './meeting/roster.js';
export type { Command, Readable } from './reactive/index.js';
