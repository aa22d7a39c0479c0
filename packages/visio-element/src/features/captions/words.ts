import { html } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { CaptionLine } from 'visio-core';
import type { Translator } from 'visio-core/i18n';

/** What a speaker is called. */
export function nameOf({ isLocal, name, from }: CaptionLine, { text }: Translator): string {
  if (isLocal) return text('meeting.you');
  // Nobody says who speaks: that is not a guest.
  return name || text(from === '' ? 'captions.someone' : 'meeting.guest');
}

/** Words in their language, so that they are read out and broken as such. */
export function renderWords(words: unknown, language: string | null | undefined) {
  return html`<span dir="auto" lang=${ifDefined(language ?? undefined)}>${words}</span>`;
}
