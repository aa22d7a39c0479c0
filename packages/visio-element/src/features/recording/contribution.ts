import type { Contribution } from '../../base/contribution.js';
import { RECORD } from './icons.js';

export const recording: Contribution = {
  name: 'recording',
  control: {
    label({ meeting: { recording }, translator }) {
      const { start, stop, state } = recording;
      const { text } = translator.value;
      if (stop.enabled.value) return text(`recording.control.stop.${state.value.mode ?? 'screen_recording'}`);
      return text(start.enabled.value ? 'recording.control.start' : 'recording.control.ask');
    },
    icon: { path: RECORD },
    place: 'menu',
    order: 96,
    available: ({ meeting: { recording } }) => recording.start.enabled.value || recording.stop.enabled.value || recording.request.enabled.value,
  },
  dialog: { title: 'recording.title', load: () => import('./recorder-ring.js'), element: 'visio-recorder' },
};
