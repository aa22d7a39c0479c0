import { html, nothing } from 'lit';
import { tellFailure } from '../../base/tell-failure.js';
import type { Contribution } from '../../base/contribution.js';
import { icon } from '../../ui/icon/icon.js';

export const hand: Contribution = {
  name: 'hand',
  control: {
    label: ({ meeting, translator }) => translator.value.text(`control.hand.${meeting.hands.raised.value ? 'lower' : 'raise'}`),
    icon: 'hand',
    order: 30,
    pressed: ({ meeting }) => meeting.hands.raised.value,
    busy: ({ meeting }) => meeting.hands.setRaised.pending.value,
    available: ({ meeting }) => meeting.hands.setRaised.enabled.value,
    run: ({ meeting }) => void meeting.hands.toggle().catch(tellFailure(meeting)),
  },
  mark({ meeting, translator }, id) {
    const place = meeting.hands.position(id).value;
    if (place === null) return nothing;
    const words = translator.value.text('tile.hand', { place });
    return html`<span class="mark" role="img" aria-label=${words} title=${words}>${icon('hand-small', 16)}${place}</span>`;
  },
  actions({ meeting, translator }, id) {
    const { raisedAt, lower } = meeting.hands;
    if (id === meeting.roster.localId.value || raisedAt(id).value === null || !lower.enabled.value) return [];
    return [
      {
        name: 'lower-hand',
        label: translator.value.text('hand.lowerTheirs'),
        icon: 'hand',
        run: () => void lower(id).catch(tellFailure(meeting)),
      },
    ];
  },
};
