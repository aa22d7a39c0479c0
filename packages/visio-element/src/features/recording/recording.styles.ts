import { css } from 'lit';

export const recordingStyles = css`
  :host {
    display: block;
  }

  .recording {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 2px 12px;
    background: var(--visio-color-danger-soft);
    color: var(--visio-color-danger-text);
    font-size: var(--visio-text-s);
    font-weight: 600;
    line-height: 1.4;
  }

  .soon {
    background: var(--visio-color-control);
    color: var(--visio-color-text);
  }

  /* Of its border alone, which is drawn in forced colours, too. */
  .dot {
    border: 4px solid currentColor;
    border-radius: 50%;
  }

  .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2;
  }

  .spinner {
    inline-size: 12px;
    block-size: 12px;
  }
`;
