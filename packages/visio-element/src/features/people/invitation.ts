import { css } from 'lit';
import { CopyElement } from '../../ui/copy/copy.js';
import { dialInText } from '../dial-in/dial-in-text.js';

/**
 * Copies what the host wants people to be invited with, or the address of the meeting, and how one joins by telephone.
 *
 * @summary Copies the invitation.
 */
export class VisioInvitation extends CopyElement {
  static override styles = [
    ...CopyElement.styles,
    css`
      :host {
        padding: var(--_space-2);
        border-block-start: 1px solid var(--_color-line);
      }
    `,
  ];

  protected override readonly says = { copy: 'people.copy', copied: 'people.copied', byHand: 'people.copyByHand' } as const;

  protected override content(): string {
    const { invitation, dialIn } = this.meeting.people;
    // The host's own words are all that is copied.
    if (invitation.value?.text !== undefined) return invitation.value.text;
    const url = invitation.value?.url ?? location.href;
    return dialIn.value ? `${url}\n${dialInText(this.view.translator.value, dialIn.value)}` : url;
  }
}
