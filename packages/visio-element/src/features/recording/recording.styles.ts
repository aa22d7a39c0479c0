import { css } from 'lit';

export const recordingStyles = css`
  :host {
    display: block;
  }

  .recording {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    padding: 2px var(--_space-3);
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
    line-height: 1.4;
  }

  .soon {
    background: var(--_color-control);
    color: var(--_color-text);
  }

  /* Of its border alone, which is drawn in forced colours, too. */
  .dot {
    border: 4px solid currentColor;
    border-radius: 50%;
  }

  .spinner {
    inline-size: 12px;
    block-size: 12px;
  }
`;
