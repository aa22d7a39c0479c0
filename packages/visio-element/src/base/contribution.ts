import type { TextKey } from 'visio-core/i18n';
import type { Readable } from 'visio-core/reactive';
import type { IconName } from '../ui/icon/icon.js';
import type { MeetingView } from './visio-element.js';

/** News of a panel that is closed. Another object is other news. */
export interface PanelNews {
  /** Whom it comes from; may be empty. Text from the network. */
  readonly name: string;
  /** Text from the network. */
  readonly text: string;
}

/** A side panel of a call, as a feature offers it: the shell knows no feature by name. */
export interface PanelContribution {
  /** Stable, in kebab case: what `view.panel` and the host's `controls` call it. */
  readonly name: string;
  /** The panel's heading, and its button's name. */
  readonly label: TextKey;
  readonly icon: IconName;
  /** Buttons stand in this order. */
  readonly order: number;
  /** How much there is to see, and the words for it, with a `{count}`. */
  readonly badge?: { readonly label: TextKey; count(view: MeetingView): Readable<number> };
  /** What to tell of while it is closed. */
  news?(view: MeetingView): Readable<PanelNews | null>;
  /** What the button in such a notice does, in words. */
  readonly openLabel: TextKey;
  /** Default: always. */
  available?(view: MeetingView): Readable<boolean>;
  /** Fetches and defines the element, when it is first opened. */
  load(): Promise<unknown>;
  /** The element: it has a `view`, and is kept while the call lasts. */
  readonly tag: `visio-${string}`;
}
