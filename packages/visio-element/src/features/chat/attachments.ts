import { html, nothing, type TemplateResult } from 'lit';
import type { ChatFile, ChatMessage, Mark } from 'visio-core';
import type { Translator } from 'visio-core/i18n';
import { drawIcon, icon } from '../../ui/icon/icon.js';
import { renderMarked } from '../../ui/marked/marked.js';

export const PAPER = 'M13.5 3.5H7Q5.5 3.5 5.5 5V19Q5.5 20.5 7 20.5H17Q18.5 20.5 18.5 19V8.5L13.5 3.5M13.5 3.5V8.5H18.5';

/** Addresses of bytes that are here, made when they are first shown and taken back at the end. */
export class BlobUrls {
  readonly #urls = new Map<Blob, string>();

  of(blob: Blob): string {
    let url = this.#urls.get(blob);
    if (url === undefined) {
      url = URL.createObjectURL(blob);
      this.#urls.set(blob, url);
    }
    return url;
  }

  /** Takes back all but those of `blobs`. */
  keep(blobs: ReadonlySet<Blob>): void {
    for (const [blob, url] of this.#urls) {
      if (blobs.has(blob)) continue;
      URL.revokeObjectURL(url);
      this.#urls.delete(blob);
    }
  }
}

export interface FileView {
  readonly translator: Translator;
  readonly urls: BlobUrls;
  /** Where in words stands what is looked for. */
  readonly marks: (words: string) => readonly Mark[];
  /** Pictures that this browser, or the page's policy, would not show. */
  readonly broken: WeakSet<Blob>;
  onBroken(blob: Blob): void;
  cancel(message: ChatMessage): void;
}

/** A file of a message: a picture, or a button that saves it; nothing is ever opened in the page. */
export function renderFile(message: ChatMessage, file: ChatFile, view: FileView): TemplateResult {
  const { blob, name } = file;
  const { text } = view.translator;
  const isReady = blob !== null && (file.state === 'ready' || message.isLocal);
  const isPicture = isReady && blob.type.startsWith('image/') && !view.broken.has(blob);
  const label = text('chat.download', { name });
  return html`
    <div class="file" part="file">
      ${isPicture
        ? html`<a class="picture" href=${view.urls.of(blob)} download=${name} aria-label=${label} title=${name}>
            <img src=${view.urls.of(blob)} alt=${name} decoding="async" draggable="false" @error=${() => view.onBroken(blob)} />
          </a>`
        : isReady
          ? html`<a class="paper" href=${view.urls.of(blob)} download=${name} aria-label=${`${label} ${stateOf(file, view.translator)}`}>${renderPaper(file, view)}</a>`
          : html`<div class="paper">${renderPaper(file, view)}</div>`}
      ${file.state === 'moving' || (file.state === 'waiting' && message.state === 'sending')
        ? html`<div class="progress">
            <progress max="1" .value=${file.progress} aria-label=${text('chat.fileProgress', { name })}></progress>
            ${message.isLocal
              ? html`<button class="button square small" type="button" aria-label=${text('chat.cancelFile', { name })} title=${text('chat.cancelFile', { name })} @click=${() => view.cancel(message)}>${icon('close', 16)}</button>`
              : nothing}
          </div>`
        : nothing}
    </div>
  `;
}

function renderPaper(file: ChatFile, { translator, marks }: FileView) {
  const { text } = translator;
  return html`
    ${drawIcon(PAPER)}
    <span class="about"><bdi>${file.name ? renderMarked(file.name, marks(file.name)) : text('chat.fileUnnamed')}</bdi> <span class="size">${stateOf(file, translator)}</span></span>
  `;
}

function stateOf(file: ChatFile, translator: Translator): string {
  const { text } = translator;
  switch (file.state) {
    case 'waiting':
      return text('chat.fileWaiting');
    case 'failed':
      return text('chat.fileFailed');
    case 'too-large':
      return text('chat.fileTooLarge');
    case 'released':
      return text('chat.fileReleased');
    default:
      return file.size === null ? '' : formatSize(file.size, translator.language);
  }
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes for a person to read. */
export function formatSize(bytes: number, language: string): string {
  const step = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const unit = UNITS[step]!;
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: step === 0 ? 'long' : 'short', maximumFractionDigits: step < 2 ? 0 : 1 }).format(bytes / 1000 ** step);
}

/** The files that are dragged or pasted, without folders. */
export function filesOf(data: DataTransfer | null): File[] {
  return [...(data?.items ?? [])].flatMap((item) => {
    if (item.kind !== 'file' || item.webkitGetAsEntry?.()?.isDirectory) return [];
    return item.getAsFile() ?? [];
  });
}
