// Written by `npm run manifest` from the elements’ documentation: change it there.
import type { VisioMeeting } from 'visio-element/elements';
import type { VisioCallButton } from 'visio-element/call-button';

/** What each element takes and fires, by its tag. */
export interface VisioElements {
  'visio-meeting': {
    element: VisioMeeting;
    /** The property that each attribute sets. */
    attributes: {
      'url': 'url';
      'server-url': 'serverUrl';
      'room': 'room';
      'token': 'token';
      'display-name': 'displayName';
      'lang': 'lang';
      'layout': 'layout';
      'theme': 'theme';
      'intent': 'intent';
      'microphone': 'microphone';
      'camera': 'camera';
      'skip-lobby': 'skipLobby';
      'remember': 'remember';
      'controls': 'controls';
      'shortcuts': 'shortcuts';
      'assets': 'assets';
      'file-limit': 'fileLimit';
      'tab-url': 'tabUrl';
    };
    properties: 'url' | 'serverUrl' | 'room' | 'token' | 'displayName' | 'lang' | 'layout' | 'theme' | 'intent' | 'microphone' | 'camera' | 'skipLobby' | 'remember' | 'controls' | 'contributions' | 'shortcuts' | 'texts' | 'languages' | 'assets' | 'backgrounds' | 'fileLimit' | 'tabUrl' | 'tokenProvider' | 'backend' | 'meeting';
    events: 'visio-state-changed' | 'visio-joined' | 'visio-left' | 'visio-error' | 'visio-participant-joined' | 'visio-participant-left' | 'visio-participant-changed' | 'visio-track-published' | 'visio-track-muted' | 'visio-track-unmuted' | 'visio-track-unpublished' | 'visio-speakers-changed' | 'visio-quality-changed' | 'visio-message-received' | 'visio-hand-raised' | 'visio-hand-lowered' | 'visio-reaction-received' | 'visio-caption' | 'visio-recording-starting' | 'visio-recording-started' | 'visio-recording-stopped' | 'visio-recording-saving' | 'visio-recording-failed' | 'visio-person-waiting' | 'visio-person-admitted' | 'visio-person-refused' | 'visio-role-changed' | 'visio-permissions-changed' | 'visio-before-join' | 'visio-before-leave' | 'visio-before-set-microphone-enabled' | 'visio-before-set-camera-enabled' | 'visio-before-set-screen-share-enabled' | 'visio-before-set-screen-share-options' | 'visio-before-choose-device' | 'visio-before-test-speaker' | 'visio-before-set-effect' | 'visio-before-set-processing' | 'visio-before-start-playback' | 'visio-before-check-connection' | 'visio-before-set-data-mode' | 'visio-before-follow-advice' | 'visio-before-send-message' | 'visio-before-retry-message' | 'visio-before-send-file' | 'visio-before-cancel-file' | 'visio-before-set-hand-raised' | 'visio-before-lower-hand' | 'visio-before-lower-all-hands' | 'visio-before-send-reaction' | 'visio-before-set-reactions-shown' | 'visio-before-set-notice-preferences' | 'visio-before-set-layout' | 'visio-before-set-self-view' | 'visio-before-pin' | 'visio-before-unpin' | 'visio-before-show-screen' | 'visio-before-set-interpreter' | 'visio-before-mark-interpreter' | 'visio-before-keep-interpreter' | 'visio-before-set-real-time-text-enabled' | 'visio-before-set-captions-enabled' | 'visio-before-set-caption-preferences' | 'visio-before-start-recording' | 'visio-before-stop-recording' | 'visio-before-request-recording' | 'visio-before-admit' | 'visio-before-admit-all' | 'visio-before-deny' | 'visio-before-mute-participant' | 'visio-before-mute-everyone' | 'visio-before-remove-participant' | 'visio-before-set-role' | 'visio-before-set-can-publish' | 'visio-before-set-room';
  };
  'visio-call-button': {
    element: VisioCallButton;
    /** The property that each attribute sets. */
    attributes: {
      'url': 'url';
      'room': 'room';
      'server': 'server';
      'open': 'open';
      'intent': 'intent';
      'to': 'to';
      'label': 'label';
      'size': 'size';
      'variant': 'variant';
      'copy': 'copy';
      'display-name': 'displayName';
      'lang': 'lang';
      'theme': 'theme';
      'ringtone': 'ringtone';
      'ring-timeout': 'ringTimeout';
    };
    properties: 'url' | 'room' | 'server' | 'open' | 'intent' | 'to' | 'label' | 'size' | 'variant' | 'copy' | 'displayName' | 'lang' | 'theme' | 'ringtone' | 'ringTimeout' | 'texts' | 'languages' | 'backend' | 'incoming';
    events: 'visio-before-call' | 'visio-room-created' | 'visio-call-link' | 'visio-call-ringing' | 'visio-call-answered' | 'visio-call-refused' | 'visio-call-cancelled' | 'visio-call-missed' | 'visio-error' | 'visio-call-changed';
  };
}
