import { css, html, nothing } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { CopyElement } from '../../ui/copy/copy.js';
import { dialInText, dialInUrl, groupNumber, groupPin } from './dial-in-text.js';

/**
 * Copies how one joins by telephone: number and PIN in one line.
 *
 * @summary Copies number and PIN.
 */
export class VisioCopyDialIn extends CopyElement {
  protected override readonly says = { copy: 'dialIn.copy', copied: 'dialIn.copied', byHand: 'dialIn.copyByHand' } as const;

  protected override content(): string {
    const { value } = this.meeting.people.dialIn;
    return value ? dialInText(this.view.translator.value, value) : '';
  }
}

/**
 * How one joins by telephone: the number, which a click calls, and the PIN.
 *
 * @summary Number and PIN of the meeting.
 */
export class VisioDialIn extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: var(--_space-4);
        padding: var(--_space-2) var(--_space-5) var(--_space-5);
      }

      dl {
        display: grid;
        gap: var(--_space-3);
        margin: 0;
        padding: 14px var(--_space-4);
        border-radius: var(--_radius-m);
        background: var(--_color-control);
      }

      dt {
        color: var(--_color-text-quiet);
        font-size: var(--_text-s);
      }

      dd {
        margin: 0;
        font-size: calc(var(--_font-size) * 1.25);
        font-variant-numeric: tabular-nums;
        font-weight: var(--_weight-strong);
        overflow-wrap: anywhere;
      }

      a {
        display: inline-block;
        padding-block: var(--_space-1);
        color: var(--_color-accent-text);
        text-underline-offset: 3px;
      }

      .hint {
        color: var(--_color-text-quiet);
      }

      @media (forced-colors: active) {
        dl {
          border: 1px solid CanvasText;
        }
      }
    `,
  ];

  protected override render() {
    const dialIn = this.meeting.people.dialIn.value;
    if (!dialIn) return nothing;
    const number = html`<bdi>${groupNumber(dialIn.number)}</bdi>`;
    const url = dialInUrl(dialIn);
    return html`
      <p class="hint">${this.text('dialIn.hint')}</p>
      <dl>
        <div>
          <dt>${this.text('dialIn.number')}</dt>
          <dd>${url ? html`<a href=${url}>${number}</a>` : number}</dd>
        </div>
        <div>
          <dt>${this.text('dialIn.pin')}</dt>
          <dd><bdi>${groupPin(dialIn.pin)}</bdi> #</dd>
        </div>
      </dl>
      <visio-copy-dial-in .view=${this.view}></visio-copy-dial-in>
    `;
  }
}
