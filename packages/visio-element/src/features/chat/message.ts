import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { classMap } from '../../base/class-map.js';
import type { ChatMessage } from 'visio-core';
import type { Translator } from 'visio-core/i18n';
import { icon } from '../../ui/icon/icon.js';
import { renderMarked } from '../../ui/marked/marked.js';
import { formatsOf } from '../../ui/time/formats.js';
import { renderFile, type FileView } from './attachments.js';
import { findLinks } from './links.js';

/** How much of a message is read out by itself, in characters. */
const READ_OUT = 200;

/** A message for the ear: who says what. */
export function sayMessage({ isLocal, name, text: words }: ChatMessage, { text }: Translator): string {
  return text('chat.says', { name: isLocal ? text('meeting.you') : name || text('meeting.guest'), text: words.slice(0, READ_OUT) });
}

/** What messages are shown with, and what can be done about one. */
export interface MessageContext extends FileView {
  retry(message: ChatMessage): void;
  /** The message that one is at, of those that were found. */
  readonly current: string | undefined;
}

/** One message: who wrote it, when it is the first of theirs in a row, its text, its files and what became of it. */
export function renderMessage(message: ChatMessage, index: number, count: number, context: MessageContext): TemplateResult {
  const { isLocal, text, files } = message;
  const isOnlyFile = files.length === 1 && files[0]!.name === text;
  const startsGroup = message.startsGroup || index === 0;
  const isCurrent = message.id === context.current;
  return html`
    <div class=${classMap({ row: true, own: isLocal, start: startsGroup, current: isCurrent })} part="message" role="listitem" aria-current=${ifDefined(isCurrent ? 'true' : undefined)} aria-setsize=${count} aria-posinset=${index + 1}>
      ${startsGroup ? renderSender(message, context) : nothing}
      ${isOnlyFile ? nothing : renderText(message, context)}
      ${files.map((file) => renderFile(message, file, context))}
      ${renderNotes(message, context)}
    </div>
  `;
}

function renderSender({ isLocal, name, sentAt }: ChatMessage, { translator, marks }: MessageContext) {
  const { text, language } = translator;
  const { short, long } = formatsOf(language);
  const date = new Date(sentAt);
  return html`
    <div class="sender">
      <bdi>${isLocal ? text('meeting.you') : name ? renderMarked(name, marks(name)) : text('meeting.guest')}</bdi>
      <time datetime=${date.toISOString()} title=${long.format(date)}>${short.format(date)}</time>
    </div>
  `;
}

/** Text as text, with links to pages. */
function renderText({ text, state }: ChatMessage, { marks }: MessageContext) {
  const marked = marks(text);
  let offset = 0;
  const parts = findLinks(text).map(({ text: part, href }) => {
    const words = renderMarked(part, marked, offset);
    offset += part.length;
    return href === undefined ? words : html`<a href=${href} target="_blank" rel="noopener noreferrer">${words}</a>`;
  });
  return html`<div class=${classMap({ bubble: true, [state]: true })} dir="auto">${parts}</div>`;
}

function renderNotes(message: ChatMessage, { translator, retry }: MessageContext) {
  const { edited, state, files } = message;
  const { text } = translator;
  const isCancelled = files.some((file) => file.state === 'cancelled');
  return html`
    ${edited ? html`<span class="note">${text('chat.edited')}</span>` : nothing}
    ${state === 'sending' && files.length === 0 ? html`<span class="note late">${text('chat.sending')}</span>` : nothing}
    ${state === 'failed'
      ? html`<span class="note bad">${icon('alert', 16)}${text(isCancelled ? 'chat.fileCancelled' : 'chat.failed')}<button class="button plain" @click=${() => retry(message)}>${text('chat.retry')}</button></span>`
      : nothing}
  `;
}
