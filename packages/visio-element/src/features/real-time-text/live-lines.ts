import { html, nothing } from 'lit';
import { repeat } from '../../base/repeat.js';
import type { MeetingView } from '../../base/visio-element.js';

/**
 * What others are writing at this moment, each line under its writer's name, its end in sight. Screen readers find it
 * here and read it when they are asked to; by themselves they tell of the message that it becomes, and not of letters.
 * Reads signals.
 */
export function renderLiveLines({ meeting, translator }: MeetingView) {
  const lines = meeting.realTimeText.lines.value;
  if (lines.length === 0) return nothing;
  const { text } = translator.value;
  return html`
    <ul class="live" part="live-lines" aria-label=${text('rtt.lines')}>
      ${repeat(
        lines,
        ({ from }) => from,
        ({ from, text: line }) => html`
          <li>
            <bdi class="writer">${meeting.roster.get(from).value?.name || text('meeting.guest')}</bdi>
            <span class="line" dir="auto"><span>${line}</span></span>
          </li>
        `,
      )}
    </ul>
  `;
}
