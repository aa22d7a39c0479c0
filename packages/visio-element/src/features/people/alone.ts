import { css } from 'lit';
import { VisioInvitation } from './invitation.js';

/**
 * Over the stage while nobody else is in a room whose address is known: the way to have others come.
 *
 * @summary Invites others, for who is alone.
 */
export class VisioAlone extends VisioInvitation {
  static override styles = [
    ...VisioInvitation.styles,
    css`
      :host {
        position: absolute;
        /* Below the words that nobody else is here. */
        inset-block-start: 70px;
        inset-inline: 16px;
        inline-size: fit-content;
        max-inline-size: calc(100% - 32px);
        margin-inline: auto;
        padding: 0;
        border: 0;
        pointer-events: auto;
      }

      .button {
        background: var(--_color-shade);
        color: var(--_color-on-shade);
      }

      .button:hover {
        background: #0c0e12;
      }

      .done .icon {
        color: inherit;
      }

      label {
        padding: var(--_space-2) var(--_space-3) var(--_space-3);
        border-radius: var(--_radius);
        margin-block-start: var(--_space-2);
        background: var(--_color-raised);
      }
    `,
  ];
}
