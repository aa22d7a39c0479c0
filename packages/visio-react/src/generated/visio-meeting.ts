'use client';
// Written by `npm run manifest` from the elements’ documentation: change it there.
import { VisioMeeting as Element } from 'visio-element';
import { componentOf, type ElementProps, type Listener } from '../component-of.js';

/** What `<VisioMeeting>` takes: the element's properties, its events, and what every HTML element has. */
export interface VisioMeetingProps extends ElementProps<Element, 'url' | 'serverUrl' | 'room' | 'token' | 'displayName' | 'lang' | 'layout' | 'theme' | 'intent' | 'microphone' | 'camera' | 'skipLobby' | 'remember' | 'controls' | 'contributions' | 'shortcuts' | 'texts' | 'languages' | 'assets' | 'backgrounds' | 'fileLimit' | 'tabUrl' | 'tokenProvider' | 'backend' | 'meeting'> {
  /** The connection state changed; `detail.state` is the new one. */
  readonly onVisioStateChanged?: Listener<'visio-state-changed'>;
  /** The meeting was joined; `detail.participantId` is one's own identity. */
  readonly onVisioJoined?: Listener<'visio-joined'>;
  /** The meeting ended for this participant; `detail.reason` tells why. */
  readonly onVisioLeft?: Listener<'visio-left'>;
  /** Something failed; `detail.error` is a `VisioError` with a `code`. */
  readonly onVisioError?: Listener<'visio-error'>;
  /** Someone joined; `detail.participant`. */
  readonly onVisioParticipantJoined?: Listener<'visio-participant-joined'>;
  /** Someone left; `detail.participantId`. */
  readonly onVisioParticipantLeft?: Listener<'visio-participant-left'>;
  /** Someone’s name, attributes or rights changed; `detail.participant`. */
  readonly onVisioParticipantChanged?: Listener<'visio-participant-changed'>;
  /** Someone began to publish a source; `detail.participantId`, `detail.track`. */
  readonly onVisioTrackPublished?: Listener<'visio-track-published'>;
  /** A track was muted; `detail.participantId`, `detail.track`. */
  readonly onVisioTrackMuted?: Listener<'visio-track-muted'>;
  /** A track was unmuted; `detail.participantId`, `detail.track`. */
  readonly onVisioTrackUnmuted?: Listener<'visio-track-unmuted'>;
  /** Someone ceased to publish a source; `detail.participantId`, `detail.source`. */
  readonly onVisioTrackUnpublished?: Listener<'visio-track-unpublished'>;
  /** Who speaks now, loudest first; `detail.participantIds`. */
  readonly onVisioSpeakersChanged?: Listener<'visio-speakers-changed'>;
  /** Someone’s connection became worse, or better again; `detail.participantId`, `detail.quality`. */
  readonly onVisioQualityChanged?: Listener<'visio-quality-changed'>;
  /** Someone else wrote in the chat; `detail.message`. */
  readonly onVisioMessageReceived?: Listener<'visio-message-received'>;
  /** A hand went up; `detail.participantId`. */
  readonly onVisioHandRaised?: Listener<'visio-hand-raised'>;
  /** A hand went down; `detail.participantId`. */
  readonly onVisioHandLowered?: Listener<'visio-hand-lowered'>;
  /** Someone reacted, oneself included; `detail.reaction`. */
  readonly onVisioReactionReceived?: Listener<'visio-reaction-received'>;
  /** Someone said something, and it is written down; `detail.line`. Others' words: keep them with care. */
  readonly onVisioCaption?: Listener<'visio-caption'>;
  /** A recording or transcript is about to begin; `detail.mode`. */
  readonly onVisioRecordingStarting?: Listener<'visio-recording-starting'>;
  /** The room began to be recorded, as the server says. */
  readonly onVisioRecordingStarted?: Listener<'visio-recording-started'>;
  /** The room is no longer recorded. */
  readonly onVisioRecordingStopped?: Listener<'visio-recording-stopped'>;
  /** What was recorded is being put where it is kept; `detail.mode`. */
  readonly onVisioRecordingSaving?: Listener<'visio-recording-saving'>;
  /** A recording did not begin, or broke off; `detail.mode`. */
  readonly onVisioRecordingFailed?: Listener<'visio-recording-failed'>;
  /** To moderators: someone began to wait to be let in; `detail.person`. */
  readonly onVisioPersonWaiting?: Listener<'visio-person-waiting'>;
  /** This participant let someone in; `detail.person`. */
  readonly onVisioPersonAdmitted?: Listener<'visio-person-admitted'>;
  /** This participant turned someone away; `detail.person`. */
  readonly onVisioPersonRefused?: Listener<'visio-person-refused'>;
  /** Someone’s role changed, oneself included; `detail.participantId`, `detail.role`. */
  readonly onVisioRoleChanged?: Listener<'visio-role-changed'>;
  /** What someone may publish changed, oneself included; `detail.participantId`, `detail.canPublish`. */
  readonly onVisioPermissionsChanged?: Listener<'visio-permissions-changed'>;
  /** Before joining; cancelable. */
  readonly onVisioBeforeJoin?: Listener<'visio-before-join'>;
  /** Before leaving; cancelable. */
  readonly onVisioBeforeLeave?: Listener<'visio-before-leave'>;
  /** Before the microphone is turned on or off; cancelable. `detail.args`: `enabled`. */
  readonly onVisioBeforeSetMicrophoneEnabled?: Listener<'visio-before-set-microphone-enabled'>;
  /** Before the camera is turned on or off; cancelable. `detail.args`: `enabled`. */
  readonly onVisioBeforeSetCameraEnabled?: Listener<'visio-before-set-camera-enabled'>;
  /** Before sharing a screen starts or stops; cancelable. `detail.args`: `enabled`. */
  readonly onVisioBeforeSetScreenShareEnabled?: Listener<'visio-before-set-screen-share-enabled'>;
  /** Before how a screen is shared changes; cancelable. `detail.args`: the changes. */
  readonly onVisioBeforeSetScreenShareOptions?: Listener<'visio-before-set-screen-share-options'>;
  /** Before another device is used; cancelable. `detail.args`: kind and id. */
  readonly onVisioBeforeChooseDevice?: Listener<'visio-before-choose-device'>;
  /** Before a sound is played to test the speaker; cancelable. */
  readonly onVisioBeforeTestSpeaker?: Listener<'visio-before-test-speaker'>;
  /** Before the camera's background effect changes; cancelable. `detail.args`: the effect. */
  readonly onVisioBeforeSetEffect?: Listener<'visio-before-set-effect'>;
  /** Before how the browser works on the microphone's sound changes; cancelable. `detail.args`: the changes. */
  readonly onVisioBeforeSetProcessing?: Listener<'visio-before-set-processing'>;
  /** Before sound that the browser held back is played; cancelable. */
  readonly onVisioBeforeStartPlayback?: Listener<'visio-before-start-playback'>;
  /** Before the connection check; cancelable. */
  readonly onVisioBeforeCheckConnection?: Listener<'visio-before-check-connection'>;
  /** Before the data mode changes; cancelable. `detail.args`: the mode. */
  readonly onVisioBeforeSetDataMode?: Listener<'visio-before-set-data-mode'>;
  /** Before advice about a bad connection is followed; cancelable. `detail.args`: the action. */
  readonly onVisioBeforeFollowAdvice?: Listener<'visio-before-follow-advice'>;
  /** Before a chat message is sent; cancelable. `detail.args`: the text. */
  readonly onVisioBeforeSendMessage?: Listener<'visio-before-send-message'>;
  /** Before a message that failed is sent once more; cancelable. `detail.args`: its id. */
  readonly onVisioBeforeRetryMessage?: Listener<'visio-before-retry-message'>;
  /** Before a file is sent; cancelable. `detail.args`: the file. */
  readonly onVisioBeforeSendFile?: Listener<'visio-before-send-file'>;
  /** Before sending a file is given up; cancelable. `detail.args`: the message's id. */
  readonly onVisioBeforeCancelFile?: Listener<'visio-before-cancel-file'>;
  /** Before one's own hand is raised or lowered; cancelable. `detail.args`: `raised`. */
  readonly onVisioBeforeSetHandRaised?: Listener<'visio-before-set-hand-raised'>;
  /** Before someone's hand is lowered; cancelable. `detail.args`: their id. */
  readonly onVisioBeforeLowerHand?: Listener<'visio-before-lower-hand'>;
  /** Before all hands are lowered; cancelable. */
  readonly onVisioBeforeLowerAllHands?: Listener<'visio-before-lower-all-hands'>;
  /** Before a reaction is sent; cancelable. `detail.args`: the emoji. */
  readonly onVisioBeforeSendReaction?: Listener<'visio-before-send-reaction'>;
  /** Before reactions are shown or hidden to this person; cancelable. `detail.args`: `shown`. */
  readonly onVisioBeforeSetReactionsShown?: Listener<'visio-before-set-reactions-shown'>;
  /** Before what this person is told of changes; cancelable. `detail.args`: the changes. */
  readonly onVisioBeforeSetNoticePreferences?: Listener<'visio-before-set-notice-preferences'>;
  /** Before the layout changes; cancelable. `detail.args`: the mode. */
  readonly onVisioBeforeSetLayout?: Listener<'visio-before-set-layout'>;
  /** Before the place of one's own picture changes; cancelable. `detail.args`: the place. */
  readonly onVisioBeforeSetSelfView?: Listener<'visio-before-set-self-view'>;
  /** Before someone is made large; cancelable. `detail.args`: their id and the source. */
  readonly onVisioBeforePin?: Listener<'visio-before-pin'>;
  /** Before someone is no longer made large; cancelable. `detail.args`: their id and the source. */
  readonly onVisioBeforeUnpin?: Listener<'visio-before-unpin'>;
  /** Before another of several screens is shown large; cancelable. `detail.args`: whose. */
  readonly onVisioBeforeShowScreen?: Listener<'visio-before-show-screen'>;
  /** Before someone is kept as this person’s interpreter, or nobody; cancelable. `detail.args`: their id or `null`. */
  readonly onVisioBeforeSetInterpreter?: Listener<'visio-before-set-interpreter'>;
  /** Before someone is marked as sign-language interpreter for everyone, or no longer; cancelable. `detail.args`: their id and `marked`. */
  readonly onVisioBeforeMarkInterpreter?: Listener<'visio-before-mark-interpreter'>;
  /** Before this person keeps whoever is marked as interpreter, or no longer; cancelable. `detail.args`: `kept`. */
  readonly onVisioBeforeKeepInterpreter?: Listener<'visio-before-keep-interpreter'>;
  /** Before others see each letter that this person writes, or no longer; cancelable. `detail.args`: `enabled`. */
  readonly onVisioBeforeSetRealTimeTextEnabled?: Listener<'visio-before-set-real-time-text-enabled'>;
  /** Before captions are shown or hidden to this person; cancelable. `detail.args`: `enabled`. */
  readonly onVisioBeforeSetCaptionsEnabled?: Listener<'visio-before-set-captions-enabled'>;
  /** Before how this person reads captions changes; cancelable. `detail.args`: the changes. */
  readonly onVisioBeforeSetCaptionPreferences?: Listener<'visio-before-set-caption-preferences'>;
  /** Before the room is recorded; cancelable. `detail.args`: the mode and the options. */
  readonly onVisioBeforeStartRecording?: Listener<'visio-before-start-recording'>;
  /** Before recording is ended; cancelable. */
  readonly onVisioBeforeStopRecording?: Listener<'visio-before-stop-recording'>;
  /** Before moderators are asked to record; cancelable. `detail.args`: the mode. */
  readonly onVisioBeforeRequestRecording?: Listener<'visio-before-request-recording'>;
  /** Before someone who waits is let in; cancelable. `detail.args`: their id. */
  readonly onVisioBeforeAdmit?: Listener<'visio-before-admit'>;
  /** Before everyone who waits is let in; cancelable. */
  readonly onVisioBeforeAdmitAll?: Listener<'visio-before-admit-all'>;
  /** Before someone who waits is turned away; cancelable. `detail.args`: their id. */
  readonly onVisioBeforeDeny?: Listener<'visio-before-deny'>;
  /** Before someone is muted; cancelable. `detail.args`: their id and the source. */
  readonly onVisioBeforeMuteParticipant?: Listener<'visio-before-mute-participant'>;
  /** Before everyone is muted; cancelable. */
  readonly onVisioBeforeMuteEveryone?: Listener<'visio-before-mute-everyone'>;
  /** Before someone is sent out; cancelable. `detail.args`: their id. */
  readonly onVisioBeforeRemoveParticipant?: Listener<'visio-before-remove-participant'>;
  /** Before someone becomes a moderator, or no longer is one; cancelable. `detail.args`: their id and the role. */
  readonly onVisioBeforeSetRole?: Listener<'visio-before-set-role'>;
  /** Before what someone may publish changes; cancelable. `detail.args`: their id and the sources. */
  readonly onVisioBeforeSetCanPublish?: Listener<'visio-before-set-can-publish'>;
  /** Before the room's settings change; cancelable. `detail.args`: the settings. */
  readonly onVisioBeforeSetRoom?: Listener<'visio-before-set-room'>;
}

/** The element's slots, for the `slot` of its children. */
export type VisioMeetingSlot = 'lobby-header' | 'end-actions';

/** `<visio-meeting>` for React. A video meeting in one element. The ref is the element; on a server it is an empty frame. */
export const VisioMeeting = /* @__PURE__ */ componentOf<Element, VisioMeetingProps>(Element, 'visio-meeting', ['url', 'serverUrl', 'room', 'token', 'displayName', 'lang', 'layout', 'theme', 'intent', 'microphone', 'camera', 'skipLobby', 'remember', 'controls', 'contributions', 'shortcuts', 'texts', 'languages', 'assets', 'backgrounds', 'fileLimit', 'tabUrl', 'tokenProvider', 'backend', 'meeting'], ['visio-state-changed', 'visio-joined', 'visio-left', 'visio-error', 'visio-participant-joined', 'visio-participant-left', 'visio-participant-changed', 'visio-track-published', 'visio-track-muted', 'visio-track-unmuted', 'visio-track-unpublished', 'visio-speakers-changed', 'visio-quality-changed', 'visio-message-received', 'visio-hand-raised', 'visio-hand-lowered', 'visio-reaction-received', 'visio-caption', 'visio-recording-starting', 'visio-recording-started', 'visio-recording-stopped', 'visio-recording-saving', 'visio-recording-failed', 'visio-person-waiting', 'visio-person-admitted', 'visio-person-refused', 'visio-role-changed', 'visio-permissions-changed', 'visio-before-join', 'visio-before-leave', 'visio-before-set-microphone-enabled', 'visio-before-set-camera-enabled', 'visio-before-set-screen-share-enabled', 'visio-before-set-screen-share-options', 'visio-before-choose-device', 'visio-before-test-speaker', 'visio-before-set-effect', 'visio-before-set-processing', 'visio-before-start-playback', 'visio-before-check-connection', 'visio-before-set-data-mode', 'visio-before-follow-advice', 'visio-before-send-message', 'visio-before-retry-message', 'visio-before-send-file', 'visio-before-cancel-file', 'visio-before-set-hand-raised', 'visio-before-lower-hand', 'visio-before-lower-all-hands', 'visio-before-send-reaction', 'visio-before-set-reactions-shown', 'visio-before-set-notice-preferences', 'visio-before-set-layout', 'visio-before-set-self-view', 'visio-before-pin', 'visio-before-unpin', 'visio-before-show-screen', 'visio-before-set-interpreter', 'visio-before-mark-interpreter', 'visio-before-keep-interpreter', 'visio-before-set-real-time-text-enabled', 'visio-before-set-captions-enabled', 'visio-before-set-caption-preferences', 'visio-before-start-recording', 'visio-before-stop-recording', 'visio-before-request-recording', 'visio-before-admit', 'visio-before-admit-all', 'visio-before-deny', 'visio-before-mute-participant', 'visio-before-mute-everyone', 'visio-before-remove-participant', 'visio-before-set-role', 'visio-before-set-can-publish', 'visio-before-set-room']);
