import { css } from 'lit';

export const noticesStyles = css`
  :host {
    display: block;
    z-index: 1;
    container-type: inline-size;
  }

  .toasts {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 12px;
    pointer-events: none;
  }

  @container (width < 480px) {
    .toasts {
      padding: 8px;
    }
  }
`;
