import type { Contribution } from '../../base/contribution.js';
import { BARS } from '../../ui/icon/signal.js';

export const quality: Contribution = {
  name: 'quality',
  settings: {
    title: 'quality.title',
    icon: { path: BARS },
    order: 50,
    load: () => import('./define.js'),
    element: 'visio-quality',
  },
  // How good someone's connection is, in words; the details are theirs who ask for them.
  actions(view, participantId) {
    const judged = view.meeting.roster.quality(participantId).value;
    if (judged === 'unknown') return [];
    const label = view.translator.value.text(`quality.of.${judged}`);
    return [{ name: 'quality', label, icon: { path: BARS }, run: () => (view.dialog.value = 'statistics') }];
  },
};
