import { css, html } from 'lit';
import { VisioElement } from '../../base/visio-element.js';
import { baseStyles } from '../../theme/base.styles.js';
import { renderLiveLines } from './live-lines.js';
import { liveLinesStyles } from './live-lines.styles.js';

/**
 * What others are writing letter by letter, over the stage: for as long as the chat, which has it too, is closed.
 *
 * @summary Real-time text over the stage.
 *
 * @csspart live-lines - The lines.
 */
export class VisioRealTimeText extends VisioElement {
  static override styles = [
    baseStyles,
    liveLinesStyles,
    css`
      :host {
        position: absolute;
        inset: 0;
        pointer-events: none;
      }

      .place {
        display: flex;
        align-items: flex-end;
        justify-content: center;
        block-size: 100%;
        padding: 12px;
      }

      .top {
        align-items: flex-start;
      }

      .live {
        inline-size: min(100%, 40em);
        border: 1px solid var(--_color-line);
        border-radius: var(--_radius);
        background: var(--_color-raised);
        color: var(--_color-text);
        pointer-events: auto;
      }
    `,
  ];

  protected override render() {
    const { captions } = this.meeting;
    // At the bottom, unless captions are there.
    const isOnTop = captions.enabled.value && captions.preferences.value.place === 'bottom';
    return html`<div class="place ${isOnTop ? 'top' : ''}">${renderLiveLines(this.view)}</div>`;
  }
}
