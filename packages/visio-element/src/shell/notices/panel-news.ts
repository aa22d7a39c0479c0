import { isOffered } from '../../base/activate.js';
import type { Contribution, PanelNews } from '../../base/contribution.js';
import type { MeetingView } from '../../base/visio-element.js';

/** News of a panel is told at most this often, in milliseconds: what comes between is told together. */
const PACE = 2_500;

/** How much of a text is told, in characters. */
const START = 120;

interface Known {
  item: PanelNews | null;
  toldAt: number;
  timer?: ReturnType<typeof setTimeout>;
  takeBack?: () => void;
}

/** Makes notices of what comes for a side panel that is closed. */
export class PanelNewsTeller {
  readonly #view: MeetingView;
  readonly #known = new Map<Contribution, Known>();

  constructor(view: MeetingView) {
    this.#view = view;
  }

  /** Looks at every panel's news. Reads signals, and writes none: what is new is told after the update. */
  look(): void {
    for (const each of this.#view.contributions.value) {
      if (!each.panel?.news) continue;
      const item = each.panel.news(this.#view).value;
      const isWanted = isOffered(this.#view, each) && this.#view.panel.value !== each.name;
      const known = this.#known.get(each);
      if (!known) this.#known.set(each, { item, toldAt: -Infinity });
      else if (known.item !== item) {
        known.item = item;
        if (item && isWanted) this.#tell(each, known);
        else queueMicrotask(() => known.takeBack?.());
      }
    }
  }

  #tell(from: Contribution, known: Known): void {
    clearTimeout(known.timer);
    known.timer = setTimeout(() => {
      if (!known.item || this.#view.panel.peek() === from.name) return;
      known.toldAt = performance.now();
      known.takeBack?.();
      const { name, text } = known.item;
      const short = text.length > START ? `${text.slice(0, START).trimEnd()}…` : text;
      known.takeBack = this.#view.meeting.notices.show({ kind: from.name, from: name, text: short, about: from.name });
    }, known.toldAt + PACE - performance.now());
  }

  end(): void {
    for (const { timer, takeBack } of this.#known.values()) {
      clearTimeout(timer);
      takeBack?.();
    }
    this.#known.clear();
  }
}
