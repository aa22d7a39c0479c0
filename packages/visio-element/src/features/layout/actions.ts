import type { VideoSource } from 'visio-core';
import type { TextKey } from 'visio-core/i18n';
import type { ParticipantAction } from '../../base/contribution.js';
import type { MeetingView } from '../../base/visio-element.js';

export const PIN = 'M8.5 4H15.5M10 4V9.5L7.5 13V14.5H16.5V13L14 9.5V4M12 14.5V20.5';
export const UNPIN = 'M4 4L20 20M8.5 4H15.5M10 4V6.5M14 4V9.5L15.3 11.3M9.2 10.6L7.5 13V14.5H14.5M12 14.5V20.5';
export const LARGE = 'M4.5 9.5V4.5H9.5M19.5 9.5V4.5H14.5M4.5 14.5V19.5H9.5M19.5 14.5V19.5H14.5';

/** To keep someone, or their screen, large; and to choose among several screens. */
export function actions({ meeting, translator }: MeetingView, id: string): readonly ParticipantAction[] {
  const { layout, roster } = meeting;
  const sharers = roster.screenSharers.value;
  const pins = layout.pins.value;
  const say = (key: TextKey) => translator.value.text(key);

  const pinOf = (source: VideoSource): ParticipantAction => {
    const isPinned = pins.some((pin) => pin.id === id && pin.source === source);
    const verb = isPinned ? 'unpin' : 'pin';
    return {
      name: source === 'camera' ? verb : `${verb}-screen`,
      label: say(source === 'camera' ? `layout.${verb}` : `layout.${verb}Screen`),
      icon: { path: isPinned ? UNPIN : PIN },
      run: () => void (isPinned ? layout.unpin(id, source) : layout.pin(id, source)).catch(() => undefined),
    };
  };

  const isInterpreter = layout.interpreter.value === id;
  const keeping: ParticipantAction = {
    name: 'interpreter',
    label: say(isInterpreter ? 'layout.interpreter.off' : 'layout.interpreter.on'),
    icon: 'interpreter',
    run: () => void layout.setInterpreter(isInterpreter ? null : id).catch(() => undefined),
  };
  const others = sharers.filter((sharer) => sharer !== roster.localId.value);
  const shown = layout.screen.value ?? others.at(-1);
  const canShow = others.length > 1 && others.includes(id) && id !== shown && pins.length === 0 && layout.mode.value !== 'grid';
  return [
    ...(canShow
      ? [{ name: 'show-screen', label: say('layout.showScreen'), icon: { path: LARGE }, run: () => void layout.showScreen(id).catch(() => undefined) }]
      : []),
    ...(sharers.includes(id) ? [pinOf('screen_share')] : []),
    pinOf('camera'),
    ...(id === roster.localId.value ? [] : [keeping]),
  ];
}
