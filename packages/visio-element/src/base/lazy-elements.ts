import { html } from 'lit';
import type { LazyElement } from './contribution.js';
import type { MeetingView, VisioElement } from './visio-element.js';

/** The elements of one place, each fetched and made when it is first wanted, and kept with what was being done in it. */
export class LazyElements {
  readonly #host: VisioElement;
  readonly #made = new Map<string, HTMLElement>();
  readonly #loading = new Set<string>();
  readonly #failed = new Set<string>();
  #view: MeetingView | null = null;

  constructor(host: VisioElement) {
    this.#host = host;
  }

  /** The element, once it is there. Call {@link want} for it to come. */
  get(name: string): HTMLElement | undefined {
    return this.#made.get(name);
  }

  /** Fetches and makes the element unless that was done; the host updates when it is there, or cannot be had. */
  async want(name: string, { load, element, parts }: LazyElement): Promise<void> {
    const { view } = this.#host;
    if (view !== this.#view) this.clear();
    this.#view = view;
    if (this.#made.has(name) || this.#loading.has(name) || this.#failed.has(name)) return;
    this.#loading.add(name);
    try {
      await Promise.all([load?.(), view.translator.peek().loadRest()]);
      if (view === this.#view) this.#made.set(name, make(element, view, parts));
    } catch {
      if (view === this.#view) this.#failed.add(name);
    }
    this.#loading.delete(name);
    this.#host.requestUpdate();
  }

  /** The element, or that one has to wait, or that it could not be had and what to do. */
  render(name: string, lazy: LazyElement) {
    const { translator } = this.#host.view;
    const say = (key: 'panel.loading' | 'error.ENGINE_LOAD_FAILED' | 'error.tryAgain') => translator.value.text(key);
    const again = () => {
      this.#failed.delete(name);
      void this.want(name, lazy);
      this.#host.requestUpdate();
    };
    if (this.#failed.has(name)) {
      return html`
        <div class="wait" role="alert">
          <p>${say('error.ENGINE_LOAD_FAILED')}</p>
          <button class="button" @click=${again}>${say('error.tryAgain')}</button>
        </div>
      `;
    }
    return this.#made.get(name) ?? html`<div class="wait" role="status" aria-label=${say('panel.loading')}><span class="spinner"></span></div>`;
  }

  clear(): void {
    this.#made.clear();
    this.#loading.clear();
    this.#failed.clear();
  }
}

function make(element: LazyElement['element'], view: MeetingView, parts: string | undefined): HTMLElement {
  if (typeof element === 'function') return element(view);
  const made = document.createElement(element) as VisioElement;
  made.view = view;
  if (parts) made.setAttribute('exportparts', parts);
  return made;
}
