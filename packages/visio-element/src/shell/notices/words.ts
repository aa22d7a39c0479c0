import { html, type TemplateResult } from 'lit';
import type { NoticeOptions, NoticeText } from 'visio-core';
import type { Translator } from 'visio-core/i18n';

/** Stands for a name while its sentence is put together: no text has it. */
const MARK = 0xe000;

/** A text in which each name keeps its own direction of writing. */
export function renderText(translator: Translator, text: string | NoticeText): TemplateResult {
  if (typeof text === 'string') return html`<bdi>${text}</bdi>`;
  const names: string[] = [];
  const marked = Object.entries(text.values ?? {}).map(([key, value]) => {
    if (typeof value !== 'string') return [key, value];
    names.push(value || translator.text('meeting.guest'));
    return [key, String.fromCharCode(MARK + names.length - 1)];
  });
  const parts = translator.text(text.key, Object.fromEntries(marked)).split(/([\ue000-\ue00f])/);
  return html`${parts.map((part, i) => (i % 2 === 1 ? html`<bdi>${names[part.charCodeAt(0) - MARK]}</bdi>` : part))}`;
}

/** The same as words alone. */
export function plainText(translator: Translator, text: string | NoticeText): string {
  if (typeof text === 'string') return text;
  const values = Object.entries(text.values ?? {}).map(([key, value]) => [key, value === '' ? translator.text('meeting.guest') : value]);
  return translator.text(text.key, Object.fromEntries(values));
}

/** What a voice says of a notice. */
export function spokenText(translator: Translator, { from, text }: Pick<NoticeOptions, 'from' | 'text'>): string {
  const words = plainText(translator, text);
  return from === undefined ? words : translator.text('chat.says', { name: from || translator.text('meeting.guest'), text: words });
}
