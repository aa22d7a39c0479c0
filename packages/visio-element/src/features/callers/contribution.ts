import { html, nothing } from 'lit';
import type { Contribution } from '../../base/contribution.js';

/** Marks who is no ordinary participant: who calls by telephone, and what is a program. */
export const callers: Contribution = {
  name: 'callers',
  mark(view, id) {
    const kind = view.meeting.roster.get(id).value?.kind;
    if (kind !== 'sip' && kind !== 'agent') return nothing;
    // Few calls have one: the mark and its words come with the first.
    void import('./define.js').catch(() => undefined);
    return html`<visio-caller-mark .view=${view} .kind=${kind}></visio-caller-mark>`;
  },
};
