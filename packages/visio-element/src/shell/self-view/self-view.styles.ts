import { css } from 'lit';

export const selfViewStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container-type: size;
    pointer-events: none;
    --x: 1;
    --y: 1;
  }

  .float {
    --width: clamp(120px, 20cqi, 240px);
    position: absolute;
    /* Of what is left beside it: so it stays inside at any size. Not by writing direction: a hand moves it. */
    left: calc((100cqi - var(--width)) * var(--x));
    top: calc((100cqb - var(--width) * 9 / 16) * var(--y));
    inline-size: var(--width);
    block-size: calc(var(--width) * 9 / 16);
    border-radius: var(--_tile-radius);
    box-shadow:
      0 0 0 2px var(--_stage-background),
      var(--_shadow);
    cursor: grab;
    pointer-events: auto;
    touch-action: none;
    user-select: none;
  }

  .float:active {
    cursor: grabbing;
  }

  .float:focus-visible {
    outline-offset: 3px;
  }

  visio-tile {
    --size: calc(var(--width) * 9 / 16);
    block-size: 100%;
  }
`;
