import { css } from 'lit';

export const overlaysStyles = css`
  :host {
    position: absolute;
    inset: 0;
    z-index: 1;
    pointer-events: none;
  }

  .overlay {
    position: absolute;
    inset: 0;
    overflow: hidden;
  }
`;
