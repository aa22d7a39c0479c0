import type { Contribution } from '../../base/contribution.js';

export const quality: Contribution = {
  name: 'quality',
  settings: {
    title: 'quality.title',
    icon: { path: 'M5 19v-3.5M12 19V10M19 19V4.5' },
    order: 50,
    load: () => import('./define.js'),
    element: 'visio-quality',
  },
  // How good someone's connection is, in words; the details are theirs who ask for them.
  actions(view, participantId) {
    const judged = view.meeting.roster.quality(participantId).value;
    if (judged === 'unknown') return [];
    const label = view.translator.value.text(`quality.of.${judged}`);
    return [{ name: 'quality', label, icon: { path: 'M5 19v-3.5M12 19V10M19 19V4.5' }, run: () => (view.dialog.value = 'statistics') }];
  },
};
