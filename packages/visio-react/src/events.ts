import type { EventName } from '@lit/react';
import type { FactMap } from 'visio-core';
import type { VisioBeforeEvent, VisioErrorEvent, VisioFactEvent, VisioJoinedEvent, VisioLeftEvent, VisioStateChangedEvent } from 'visio-element';

type Pascal<Text extends string> = Text extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Text>;

/** Each fact of a call; a fact that is missing here fails the build. */
const FACTS: { readonly [Type in keyof FactMap]: true } = {
  'participant-joined': true,
  'participant-left': true,
  'participant-changed': true,
  'track-published': true,
  'track-muted': true,
  'track-unmuted': true,
  'track-unpublished': true,
  'speakers-changed': true,
  'quality-changed': true,
  'message-received': true,
  'hand-raised': true,
  'hand-lowered': true,
  'reaction-received': true,
  caption: true,
  'recording-starting': true,
  'recording-started': true,
  'recording-stopped': true,
  'person-waiting': true,
  'person-admitted': true,
  'person-refused': true,
  'role-changed': true,
  'permissions-changed': true,
  'recording-saving': true,
  'recording-failed': true,
};

/** Each command of a meeting, which a host may prevent; a unit test compares them with those that there are. */
export const COMMANDS = [
  'admit',
  'admit-all',
  'cancel-file',
  'check-connection',
  'choose-device',
  'deny',
  'follow-advice',
  'join',
  'leave',
  'lower-all-hands',
  'lower-hand',
  'mute-everyone',
  'mute-participant',
  'pin',
  'remove-participant',
  'request-recording',
  'retry-message',
  'send-file',
  'send-message',
  'send-reaction',
  'set-camera-enabled',
  'set-can-publish',
  'set-caption-preferences',
  'set-captions-enabled',
  'set-data-mode',
  'set-effect',
  'set-hand-raised',
  'set-layout',
  'set-microphone-enabled',
  'set-notice-preferences',
  'set-processing',
  'set-reactions-shown',
  'set-role',
  'set-room',
  'set-screen-share-enabled',
  'set-screen-share-options',
  'set-self-view',
  'show-screen',
  'start-playback',
  'start-recording',
  'stop-recording',
  'test-speaker',
  'unpin',
] as const;

type FactEvents = { readonly [Type in keyof FactMap as `onVisio${Pascal<Type>}`]: EventName<VisioFactEvent<Type>> };
type BeforeEvents = { readonly [Verb in (typeof COMMANDS)[number] as `onVisioBefore${Pascal<Verb>}`]: EventName<VisioBeforeEvent> };

/** The props of events: `onVisioJoined` for `visio-joined`, and so on. */
export const events = {
  onVisioStateChanged: 'visio-state-changed' as EventName<VisioStateChangedEvent>,
  onVisioJoined: 'visio-joined' as EventName<VisioJoinedEvent>,
  onVisioLeft: 'visio-left' as EventName<VisioLeftEvent>,
  onVisioError: 'visio-error' as EventName<VisioErrorEvent>,
  ...(named(Object.keys(FACTS)) as FactEvents),
  ...(named(COMMANDS.map((verb) => `before-${verb}`)) as BeforeEvents),
};

function named(types: readonly string[]): Record<string, EventName> {
  return Object.fromEntries(types.map((type) => [`onVisio${type.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase())}`, `visio-${type}` as EventName]));
}
