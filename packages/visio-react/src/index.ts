/**
 * The elements as React components, and hooks over the core.
 *
 * @module visio-react
 */
export * from './generated/index.js';
export { useReadable } from './use-readable.js';
export { useTracked, type Tracked } from './use-tracked.js';
export { MeetingProvider, useMeeting, type MeetingProviderProps } from './meeting-provider.js';
export {
  useCamera,
  useCaptions,
  useChat,
  useChatSearch,
  useChatWatched,
  useCommand,
  useConnection,
  useDevices,
  useHands,
  useLayout,
  useLobby,
  useMessage,
  useMicrophone,
  useModeration,
  useNotices,
  useParticipant,
  useParticipants,
  usePermissions,
  usePlayback,
  usePreview,
  useReactions,
  useRecording,
  useScreenShare,
  useTracks,
  useVideo,
  useWaitingRoom,
} from './hooks.js';
