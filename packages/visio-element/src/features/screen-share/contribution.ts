import type { Contribution } from '../../base/contribution.js';

export const screenShare: Contribution = {
  name: 'screen-share',
  control: {
    label: ({ meeting, translator }) => translator.value.text(meeting.screenShare.enabled.value ? 'control.screen.off' : 'control.screen.on'),
    icon: ({ meeting }) => (meeting.screenShare.enabled.value ? 'screen-stop' : 'screen'),
    order: 20,
    pressed: ({ meeting }) => meeting.screenShare.enabled.value,
    busy: ({ meeting }) => meeting.screenShare.setEnabled.pending.value,
    available: ({ meeting, watching }) => !watching.value && meeting.screenShare.available.value,
    run: ({ meeting }) => void meeting.screenShare.toggle().catch(() => undefined),
  },
};
