import { isInterpreter, type TrackSource } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import type { Icon, ParticipantAction } from '../../base/contribution.js';
import { tellFailure } from '../../base/tell-failure.js';
import type { MeetingView } from '../../base/visio-element.js';
import { HANDS } from '../callers/icons.js';
import { targetOf } from './target.js';

const PROMOTE = 'M12 3.5l7 2.5v5.5c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6zM12 8.5v6M9 11.5h6';
const DEMOTE = 'M12 3.5l7 2.5v5.5c0 4.3-2.9 7.4-7 9-4.1-1.6-7-4.7-7-9V6zM9 11.5h6';
const REMOVE = 'M10 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM2.5 20.5a7.5 7.5 0 0 1 12.6-5.5M16.5 16.5l4.5 4.5M21 16.5 16.5 21';

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
    found.push({ name: `${verb}-interpreter`, label: say(`interpreter.${verb}`), icon: { path: HANDS }, run: () => ask(interpreters.mark(id, !isMarked)) });
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
