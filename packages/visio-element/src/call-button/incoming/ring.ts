import { define } from '../../base/define.js';
import type { Translator } from 'visio-core/i18n';
import type { RingResult } from '../events.js';
import { ring } from '../tone.js';
import { VisioIncomingCall } from './incoming-call.js';

define('visio-incoming-call', VisioIncomingCall);

export interface RingOptions {
  /** Who calls; may be empty. Text from the network. */
  readonly from: string;
  readonly words: Translator;
  readonly theme: 'auto' | 'light' | 'dark' | 'high-contrast';
  /** Whether ringing may be heard. */
  readonly isHeard: boolean;
  /** How long to ring. */
  readonly seconds: number;
}

export interface IncomingRing {
  readonly result: Promise<RingResult>;
  end(result: RingResult): void;
}

/** The longest name that is shown, in characters. */
const NAME_LENGTH = 100;

/** What has the focus, in the shadow root of an element too, as our own button is. */
function focused(): Element | null {
  let found = document.activeElement;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement;
  return found;
}

/** Tells in the page that someone calls, until that is answered or over. */
export function ringIncoming({ from, words, theme, isHeard, seconds }: RingOptions): IncomingRing {
  const alert = document.createElement('visio-incoming-call');
  alert.words = words;
  alert.theme = theme;
  alert.from = [...from.replace(/\s+/g, ' ').trim()].slice(0, NAME_LENGTH).join('');
  alert.isHeard = isHeard;
  const stopTone = isHeard ? ring('incoming') : () => undefined;
  const before = focused();
  let end!: (result: RingResult) => void;
  const result = new Promise<RingResult>((resolve) => (end = resolve));
  const timer = setTimeout(() => end('missed'), seconds * 1000);
  alert.addEventListener('answer', () => end('answered'));
  alert.addEventListener('refuse', () => end('refused'));
  alert.addEventListener('silence', stopTone);
  document.documentElement.append(alert);
  return {
    result: result.finally(() => {
      stopTone();
      clearTimeout(timer);
      const hadFocus = alert.matches(':focus-within');
      alert.remove();
      // They go on where they were.
      if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    }),
    end,
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'visio-incoming-call': VisioIncomingCall;
  }
}
