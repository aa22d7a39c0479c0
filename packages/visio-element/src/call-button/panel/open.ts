import { define } from '../../base/define.js';
import type { Translator } from 'visio-core/i18n';
import { createCall, isSame, type Call, type CallOptions } from '../call.js';
import { VisioCallPanel } from './call-panel.js';

define('visio-call-panel', VisioCallPanel);

/**
 * Opens a call in the page's one panel, or shows the one that is open there. `null` when another call is going on in it.
 * The panel stands beside the page's body: what a single-page app does to its body does not move it.
 */
export async function openPanel(options: CallOptions, words: Translator, opener: HTMLElement): Promise<Call | null> {
  const existing = document.querySelector('visio-call-panel');
  if (existing?.call && isSame(existing.call.room, options.room)) {
    existing.show();
    return existing.call;
  }
  if (existing?.call?.progress === 'joined') return null;
  const call = await createCall(options);
  // Someone may have been faster meanwhile.
  const other = document.querySelector('visio-call-panel');
  other?.call?.close();
  other?.remove();
  const panel = document.createElement('visio-call-panel');
  panel.theme = options.theme;
  panel.words = words;
  panel.opener = opener;
  panel.call = call;
  document.documentElement.append(panel);
  return call;
}

declare global {
  interface HTMLElementTagNameMap {
    'visio-call-panel': VisioCallPanel;
  }
}
