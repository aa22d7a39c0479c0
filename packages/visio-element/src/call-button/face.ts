import { html, nothing, type TemplateResult } from 'lit';
import type { Translator } from 'visio-core/i18n';
import type { CallButtonState } from './call-button.js';

/** What the button shows instead of its label, and beside it. */
export interface Face {
  /** Default: the label. */
  readonly text?: string;
  readonly busy?: boolean;
  /** Whether one is in the call. */
  readonly live?: boolean;
  /** Whether the time of the call is beside the text. */
  readonly time?: boolean;
  readonly note?: unknown;
  /** The call, to be shown below. */
  readonly inline?: HTMLElement | undefined;
}

export interface FaceOptions {
  readonly state: CallButtonState;
  readonly say: Translator['text'];
  /** Who is called; may be empty. */
  readonly to: string;
  readonly people: number | null;
  readonly copied: boolean;
  readonly link: string;
  /** Why it failed, in words. */
  readonly failure: string;
  /** Where one can go instead; may be empty. */
  readonly way: string;
  readonly inline: HTMLElement | undefined;
  /** The Visio's own button, where it signs in. */
  readonly frame: HTMLElement | null;
  cancel(): void;
}

/** What a button shows in each of its states; `null` for its label alone. */
export function faceOf({ state, say, to, people, copied, link, failure, way, inline, frame, cancel }: FaceOptions): Face | null {
  const cancelButton = (key: 'lobby.cancel' | 'callButton.newLink' = 'lobby.cancel') => html`<button class="button" type="button" @click=${cancel}>${say(key)}</button>`;
  switch (state) {
    case 'idle':
      return people ? { note: html`<p aria-live="off">${say('callButton.people', { count: people })}</p>` } : null;
    case 'creating':
      return { text: say('callButton.creating'), busy: true, note: cancelButton() };
    case 'sign-in':
      if (frame) return { text: say('callButton.creating'), busy: true, note: html`<p>${say('callButton.frameHint')}</p>${frame}${anchor(way, say('callButton.openVisio'))}${cancelButton()}` };
      return { text: say('callButton.signIn'), note: html`<p>${say('callButton.signInHint')}</p>${cancelButton()}` };
    case 'signing-in':
      return { text: say('callButton.signingIn'), busy: true, note: cancelButton() };
    case 'ringing':
      return { text: to === '' ? say('callButton.calling') : say('callButton.callingSomeone', { name: to }), busy: true, note: cancelButton(), inline };
    case 'open':
      return { text: say('callButton.open'), live: true, inline };
    case 'in-call':
      return { text: say('callButton.inCall'), live: true, time: true, inline };
    case 'link':
      return { text: say(copied ? 'callButton.copied' : 'callButton.copy'), note: html`${anchor(link, link.replace(/^https?:\/\//i, ''))}${cancelButton('callButton.newLink')}` };
    case 'busy':
      return { text: say('callButton.switch'), note: html`<p>${say('callButton.busy')}</p>${cancelButton()}` };
    case 'failed':
      return { text: say('error.tryAgain'), note: html`<p role="alert">${failure}</p>${anchor(way, say('callButton.openVisio'))}` };
  }
}

/** A link to a page, and to nothing that runs a script. */
function anchor(url: string, text: string): TemplateResult | typeof nothing {
  return /^https?:/i.test(url) ? html`<a href=${url} target="_blank" rel="noopener">${text}</a>` : nothing;
}
