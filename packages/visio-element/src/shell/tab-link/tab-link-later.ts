import { html } from 'lit';
import type { VisioError } from 'visio-core';
import type { MeetingView } from '../../base/visio-element.js';

/** The way into a tab of its own, where a frame keeps the meeting from what it needs. Its code comes with the first. */
export function tabLink(view: MeetingView, failure: VisioError) {
  void import('./define.js').catch(() => undefined);
  return html`<visio-tab-link exportparts="tab" .view=${view} .failure=${failure}></visio-tab-link>`;
}
