import { html, type PropertyValues } from 'lit';
import { property } from '../../base/decorators.js';
import { untracked } from 'visio-core/reactive';
import { isOffered } from '../../base/activate.js';
import type { Contribution } from '../../base/contribution.js';
import { LazyElements } from '../../base/lazy-elements.js';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { overlaysStyles } from './overlays.styles.js';

/**
 * What features lay over the stage. Where it is empty, clicks go through to what is below.
 *
 * @summary What lies over the stage.
 */
export class VisioOverlays extends VisioElement {
  static override styles = [baseStyles, overlaysStyles];

  /** Called when what had the focus is gone. */
  @property({ attribute: false }) giveFocusBack: (() => void) | null = null;

  readonly #elements = new LazyElements(this);
  #hadFocus = false;

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#hadFocus = this.shadowRoot!.activeElement !== null;
  }

  protected override render() {
    // Nobody waits for an overlay: one that is not there yet is not spoken of.
    return this.#shown().map(({ name }) => {
      const element = this.#elements.get(name);
      return element ? html`<div class="overlay">${element}</div>` : '';
    });
  }

  /** Those to be seen now. Reads signals. */
  #shown(): readonly Contribution[] {
    const { view } = this;
    return view.contributions.value.filter((each) => each.overlay && isOffered(view, each) && (each.overlay.available?.(view) ?? true));
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#hadFocus && !this.shadowRoot!.activeElement) this.giveFocusBack?.();
    for (const { name, overlay } of untracked(() => this.#shown())) void this.#elements.want(name, overlay!);
  }
}
