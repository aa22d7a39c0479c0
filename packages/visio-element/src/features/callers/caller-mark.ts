import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.js';
import type { Translator } from 'visio-core/i18n';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawIcon } from '../../ui/icon/icon.js';
import { HANDS, PROGRAM, TELEPHONE } from './icons.js';

const MARKS = {
  sip: ['caller.sip', TELEPHONE],
  agent: ['caller.agent', PROGRAM],
  interpreter: ['interpreter.role', HANDS],
} as const;

/**
 * Says on a tile that someone calls by telephone, is a program, or interprets for everyone.
 *
 * @summary What kind of participant someone is.
 */
export class VisioCallerMark extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        color: inherit;
      }

      .mark {
        display: grid;
        place-items: center;
        min-inline-size: 28px;
        min-block-size: 24px;
        border-radius: var(--_radius-m);
        background: var(--_color-shade);
        color: var(--_color-on-shade);
      }

      .icon {
        inline-size: 16px;
        block-size: 16px;
        stroke-width: 2;
      }

      @media (forced-colors: active) {
        .mark {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property({ attribute: false }) kind: keyof typeof MARKS = 'sip';

  /** The words that are all there: ours are among those that come once a call is there. */
  @state() private complete: Translator | null = null;

  protected override render() {
    if (this.view.translator.value !== this.complete) return nothing;
    const [label, path] = MARKS[this.kind];
    const words = this.text(label);
    return html`<span class="mark" role="img" aria-label=${words} title=${words}>${drawIcon(path)}</span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const translator = this.view.translator.peek();
    if (translator !== this.complete) translator.loadRest().then(() => (this.complete = translator), () => undefined);
  }
}
