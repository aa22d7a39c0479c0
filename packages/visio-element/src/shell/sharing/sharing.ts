import { html, nothing } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { icon } from '../../ui/icon/icon.js';
import { sharingStyles } from './sharing.styles.js';

/**
 * Tells, for as long as it is so, that the own screen is shared, and stops it.
 *
 * @summary The strip that tells that the own screen is shared.
 *
 * @csspart sharing - All of it.
 */
export class VisioSharing extends VisioElement {
  static override styles = [baseStyles, sharingStyles];

  protected override render() {
    const { enabled, setEnabled } = this.meeting.screenShare;
    if (!enabled.value) return nothing;
    return html`
      <div class="sharing" part="sharing" role="group" aria-label=${this.text('stage.sharing')}>
        <p>${icon('screen')}${this.text('stage.sharing')}</p>
        <button class="button" @click=${() => void setEnabled(false).catch(() => undefined)}>${this.text('control.screen.stop')}</button>
      </div>
    `;
  }
}
