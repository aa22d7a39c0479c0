import { nothing } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { attachShortcuts } from './attach.js';

/**
 * Has the shortcuts act while the focus is in the call that it is in. It shows nothing.
 *
 * @summary What listens for shortcuts.
 */
export class VisioShortcuts extends VisioElement {
  #end: (() => void) | undefined;

  protected override render() {
    return nothing;
  }

  protected override updated(): void {
    this.#end?.();
    const root = this.getRootNode();
    this.#end = root instanceof ShadowRoot ? attachShortcuts(root.host as HTMLElement, this.view) : undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#end?.();
      this.#end = undefined;
    });
  }
}
