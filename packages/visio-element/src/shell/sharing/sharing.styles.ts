import { css } from 'lit';

export const sharingStyles = css`
  :host {
    display: block;
  }

  .sharing {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 4px 8px;
    background: oklch(from var(--visio-accent) 0.36 min(c, 0.1) h);
    color: #fff;
    font-size: var(--visio-text-s);
    font-weight: 600;
  }

  .sharing p {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }

  .sharing .button {
    min-block-size: 36px;
    padding: 4px 12px;
    background: rgb(255 255 255 / 0.16);
    color: #fff;
    font-size: inherit;
  }

  .sharing .button:hover {
    background: rgb(255 255 255 / 0.26);
  }

  @container (width < 480px) {
    .sharing {
      justify-content: space-between;
      padding-inline-start: 12px;
    }
  }
`;
