import type { TextKey } from 'visio-core/i18n';
import type { Readable } from 'visio-core/reactive';
import type { IconName } from '../ui/icon/icon.js';
import type { MeetingView } from './visio-element.js';

/** The name of one of our texts, or a function that gives a host's own words. It may read signals. */
export type Words = TextKey | ((view: MeetingView) => string);

/** One of our icons, or a path for a box of 24 × 24 that is drawn as a line. */
export type Icon = IconName | { readonly path: string };

/** An element that comes from elsewhere when it is first needed. */
export interface LazyElement {
  /** Fetches and defines it. Default: it is there already. */
  readonly load?: () => Promise<unknown>;
  /** The name of an element with a property `view`, or a function that makes any element. Made once a call. */
  readonly element: `visio-${string}` | ((view: MeetingView) => HTMLElement);
  /** For `exportparts`. Default: none. */
  readonly parts?: string;
}

/** A button of the bar, or an entry of the bar's "More" menu. Functions read signals, and are called while the bar renders. */
export interface ControlContribution {
  /** What a click does, in words: the button's name. */
  readonly label: Words;
  /** One of ours by its name, or a path in a box of 24 × 24; a function where it changes with what is the case. */
  readonly icon: Icon | ((view: MeetingView) => Icon);
  /**
   * `bar`: a button as long as there is room, else an entry of the menu. `menu`: always an entry of the menu.
   * Default: `bar`.
   */
  readonly place?: 'bar' | 'menu';
  /** Controls stand in this order. Ours are tens from 10 to 200. */
  readonly order: number;
  /** Whether what it turns on is on. Default: it opens the contribution's panel, popup or dialog, and is on while that is open. */
  pressed?(view: MeetingView): boolean;
  /** Whether what was asked is under way. */
  busy?(view: MeetingView): boolean;
  /** How much there is to see, and the words for it. */
  badge?(view: MeetingView): { readonly count: number; readonly words: string } | null;
  /** Default: always. */
  available?(view: MeetingView): boolean;
  /** Whether it also leads to the choice of devices: in a narrow bar their own buttons then give way. Default: false. */
  readonly hasDevices?: boolean;
  /** What a click does. Default: opens and closes the contribution's panel, popup or dialog. */
  run?(view: MeetingView): void;
}

/** News of a panel that is closed. Another object is other news. */
export interface PanelNews {
  /** Whom it comes from; may be empty. Text from the network. */
  readonly name: string;
  /** Text from the network. */
  readonly text: string;
}

/** A button beside a panel's heading. */
export interface PanelAction {
  /** What a click does, in words: the button's name. */
  readonly label: Words;
  readonly icon: Icon;
  /** Does it, with the panel's element and the button, which one may give the focus back to. */
  run(element: HTMLElement, button: HTMLElement): void;
}

/** A side panel of a call. It is kept while the call lasts. */
export interface PanelContribution extends LazyElement {
  /** Of the panel, shown above it and said when it opens. */
  readonly title: Words;
  /** Default: none. */
  readonly action?: PanelAction;
  /** What to tell of while it is closed. */
  news?(view: MeetingView): Readable<PanelNews | null>;
  /** What the button in such a notice does, in words. */
  readonly openLabel?: TextKey;
}

/** A dialog over the call, with a heading and a button to close it. */
export interface DialogContribution extends LazyElement {
  /** Of the dialog, shown above it and said when it opens. */
  readonly title: Words;
  /** Default: `small`. */
  readonly size?: 'small' | 'large';
}

/** Something over the stage that lets clicks through where it is empty. */
export interface OverlayContribution extends LazyElement {
  /** Fetched and shown from the first time this is true; reads signals. Default: always. */
  available?(view: MeetingView): boolean;
}

/** A page of the settings. */
export interface SettingsContribution extends LazyElement {
  /** Of its page in the settings. */
  readonly title: Words;
  readonly icon: Icon;
  /** Pages stand in this order. Ours are tens. */
  readonly order: number;
}

/** What may be done about a participant: in the menu of their tile, and of their row in the list of people. */
export interface ParticipantAction {
  readonly name: string;
  readonly label: string;
  readonly icon: Icon;
  /** Asks for care: it is set apart. Default: false. */
  readonly danger?: boolean;
  /** Does it, when its entry in the menu is chosen. */
  run(): void;
}

/**
 * What a feature, ours or a host's, adds to a call. The shell knows no feature by name: it asks for these.
 *
 * A host gives its own by `element.contributions`; ours are in `features/index.ts`.
 */
export interface Contribution {
  /** Stable, in kebab case: what `view.panel`, `view.dialog` and the host's `controls` call it. */
  readonly name: string;
  readonly control?: ControlContribution;
  readonly panel?: PanelContribution;
  readonly dialog?: DialogContribution;
  /** Opens from the control's button, above it, and closes by a click elsewhere. */
  readonly popup?: LazyElement;
  readonly overlay?: OverlayContribution;
  readonly settings?: SettingsContribution;
  /**
   * A mark on someone's tile: text, a Lit template, or a node that stays the same for the same participant. Called while
   * that tile renders: the signals it reads update that tile, and no other.
   */
  mark?(view: MeetingView, participantId: string): unknown;
  /** Fetches what `actions` needs. A menu waits for it before it opens, and does without what cannot be had. */
  loadActions?(): Promise<unknown>;
  /** What may be done about someone now. Called while their menu is open; reads signals. */
  actions?(view: MeetingView, participantId: string): readonly ParticipantAction[];
}
