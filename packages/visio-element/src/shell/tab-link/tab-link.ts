import { css, html, nothing } from 'lit';
import type { VisioError } from 'visio-core';
import { property } from '../../base/decorators.js';
import { VisioElement } from '../../base/visio-element.js';
import type { VisioMeeting } from '../meeting/meeting.js';
import { baseStyles } from '../../theme/base.styles.js';

/**
 * The way out of a frame that keeps devices from the meeting: its page, or what the host says, in a tab of its own.
 *
 * @summary A link to the meeting in a tab.
 *
 * @csspart tab - The link.
 */
export class VisioTabLink extends VisioElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }

      a {
        padding-inline: var(--_space-3);
      }
    `,
  ];

  /** What could not be done here. */
  @property({ attribute: false }) failure!: VisioError;

  protected override render() {
    const address = this.#address();
    return address ? html`<a class="button plain" part="tab" href=${address} target="_blank" rel="noopener noreferrer">${this.text('end.tab')}</a>` : nothing;
  }

  /** What the host's page says, or that page itself. Only what a tab can open. */
  #address(): string | null {
    const said = (this.view.element as VisioMeeting | undefined)?.tabUrl || this.failure.url;
    if (!said || said === 'none') return null;
    const address = URL.parse(said, document.baseURI);
    return address && /^https?:$/.test(address.protocol) ? address.href : null;
  }
}
