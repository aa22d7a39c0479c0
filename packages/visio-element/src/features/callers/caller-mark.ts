import { css, html, nothing, type PropertyValues } from 'lit';
import { property, state } from '../../base/decorators.js';
import type { Translator } from 'visio-core/i18n';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { drawAny } from '../../ui/icon/any.js';
import { PROGRAM, TELEPHONE_SMALL } from './icons.js';

const MARKS = {
  sip: ['caller.sip', { path: TELEPHONE_SMALL }],
  agent: ['caller.agent', { path: PROGRAM }],
  interpreter: ['interpreter.role', 'interpreter'],
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
    const [label, drawing] = MARKS[this.kind];
    const words = this.text(label);
    return html`<span class="mark" role="img" aria-label=${words} title=${words}>${drawAny(drawing, 16)}</span>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const translator = this.view.translator.peek();
    if (translator !== this.complete) translator.loadRest().then(() => (this.complete = translator), () => undefined);
  }
}
