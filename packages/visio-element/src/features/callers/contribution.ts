import { html, nothing } from 'lit';
import { isInterpreter } from 'visio-core';
import type { Contribution } from '../../base/contribution.js';

/** Marks who is no ordinary participant: who calls by telephone, what is a program, and who interprets for everyone. */
export const callers: Contribution = {
  name: 'callers',
  mark(view, id) {
    const person = view.meeting.roster.get(id).value;
    const kind = isInterpreter(person) ? 'interpreter' : person?.kind;
    if (kind !== 'sip' && kind !== 'agent' && kind !== 'interpreter') return nothing;
    // Few calls have one: the mark and its words come with the first.
    void import('./define.js').catch(() => undefined);
    return html`<visio-caller-mark .view=${view} .kind=${kind}></visio-caller-mark>`;
  },
};
