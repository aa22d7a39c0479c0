import { css } from 'lit';

export const zoomStyles = css`
  :host {
    position: absolute;
    inset: 0;
  }

  .surface {
    position: absolute;
    inset: 0;
    border-radius: inherit;
    touch-action: none;
  }

  .surface:focus-visible {
    outline-offset: -4px;
  }

  .surface.zoomed {
    cursor: grab;
  }

  .surface.zoomed:active {
    cursor: grabbing;
  }

  .buttons {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-end: 8px;
    display: flex;
    border-radius: var(--_radius-m);
    background: var(--_color-shade);
    color: var(--_color-on-shade);
    opacity: 0;
    transition: opacity var(--_time);
  }

  :host(:hover) .buttons,
  :host(:focus-within) .buttons,
  .buttons.zoomed {
    opacity: 1;
  }

  .button {
    min-block-size: 36px;
    min-inline-size: 36px;
    padding: var(--_space-1);
    border-radius: var(--_radius-m);
    background: none;
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  .button:hover {
    background: rgb(255 255 255 / 0.18);
  }

  .button:focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }

  .percent {
    min-inline-size: 60px;
  }

  @media (pointer: coarse) {
    .button {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  @media (hover: none) {
    .buttons {
      opacity: 1;
    }
  }

  @media (forced-colors: active) {
    .buttons {
      border: 1px solid CanvasText;
    }
  }
`;
