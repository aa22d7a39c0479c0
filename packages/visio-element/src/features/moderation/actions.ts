import { isInterpreter, type TrackSource } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import type { Icon, ParticipantAction } from '../../base/contribution.js';
import { tellFailure } from '../../base/tell-failure.js';
import type { MeetingView } from '../../base/visio-element.js';
import { targetOf } from './target.js';

export const PROMOTE = 'M12 3.5L19 6V11.5C19 15.8 16.1 18.9 12 20.5C7.9 18.9 5 15.8 5 11.5V6L12 3.5M12 8.5V14.5M9 11.5H15';
export const DEMOTE = 'M12 3.5L19 6V11.5C19 15.8 16.1 18.9 12 20.5C7.9 18.9 5 15.8 5 11.5V6L12 3.5M9 11.5H15';
export const REMOVE = 'R6 3.5 14 11.5 12M2.5 20.5C2.5 13.8 9.8 10.8 15 15M16.5 16.5L21 21M21 16.5L16.5 21';

/** What can be muted of someone, and how that is called. */
const SOURCES: readonly (readonly [source: TrackSource, name: string, label: TextKey, icon: Icon])[] = [
  ['microphone', 'mute', 'moderation.mute', 'mic-off'],
  ['camera', 'stop-camera', 'moderation.stopCamera', 'camera-off'],
  ['screen_share', 'stop-share', 'moderation.stopShare', 'screen-stop'],
];

/** What someone may be kept from, and how that and its contrary are called. */
const PERMISSIONS: readonly (readonly [sources: readonly TrackSource[], name: string, forbid: TextKey, allow: TextKey, icons: readonly [Icon, Icon]])[] = [
  [['microphone'], 'speech', 'moderation.forbid.microphone', 'moderation.allow.microphone', ['mic-off', 'mic']],
  [['camera'], 'camera', 'moderation.forbid.camera', 'moderation.allow.camera', ['camera-off', 'camera']],
  [['screen_share', 'screen_share_audio'], 'share', 'moderation.forbid.share', 'moderation.allow.share', ['screen-stop', 'screen']],
];

/** What a moderator, or where everyone may mute anyone, may do about someone. */
export function actions(view: MeetingView, id: string): readonly ParticipantAction[] {
  const { meeting, translator } = view;
  const { interpreters, moderation, roster } = meeting;
  const person = roster.get(id).value;
  const rights = moderation.rights(id).value;
  if (!person) return [];
  const say = (key: TextKey) => translator.value.text(key);
  const ask = (command: Promise<unknown>) => void command.catch(tellFailure(meeting));

  const found: ParticipantAction[] = [];
  if (rights.mute) {
    for (const [source, name, label, icon] of SOURCES) {
      if (person.tracks[source]?.muted === false) found.push({ name, label: say(label), icon, run: () => ask(moderation.mute(id, source)) });
    }
  }
  if (rights.setCanPublish) {
    const may = person.canPublish;
    for (const [sources, name, forbid, allow, [off, on]] of PERMISSIONS) {
      const others = may.filter((source) => !sources.includes(source));
      const isAllowed = others.length < may.length;
      const next = isAllowed ? others : [...others, ...sources];
      found.push({ name: `${isAllowed ? 'forbid' : 'allow'}-${name}`, label: say(isAllowed ? forbid : allow), icon: isAllowed ? off : on, run: () => ask(moderation.setCanPublish(id, next)) });
    }
  }
  if (rights.setRole) {
    const role = person.attributes['room_role'] === 'administrator' ? 'member' : 'administrator';
    const verb = role === 'member' ? 'demote' : 'promote';
    found.push({ name: verb, label: say(`moderation.${verb}`), icon: { path: verb === 'promote' ? PROMOTE : DEMOTE }, run: () => ask(moderation.setRole(id, role)) });
  }
  if (interpreters.mark.enabled.value && !person.isLocal && person.kind === 'standard') {
    const isMarked = isInterpreter(person);
    const verb = isMarked ? 'unmark' : 'mark';
    found.push({ name: `${verb}-interpreter`, label: say(`interpreter.${verb}`), icon: 'interpreter', run: () => ask(interpreters.mark(id, !isMarked)) });
  }
  if (rights.remove) {
    found.push({
      name: 'remove',
      label: say('moderation.remove'),
      icon: { path: REMOVE },
      danger: true,
      run() {
        targetOf(view).value = id;
        view.dialog.value = 'removal';
      },
    });
  }
  return found;
}
