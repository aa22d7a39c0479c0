import { css } from 'lit';

/** Of the window's own document. */
export const windowStyles = css`
  html,
  body {
    block-size: 100%;
    margin: 0;
    background: var(--_color-sunken);
    overflow: hidden;
  }
`;

export const smallCallStyles = css`
  :host {
    display: block;
    block-size: 100%;
    min-block-size: 0;
    container-type: size;
    background: var(--_color-sunken);
  }

  main {
    position: relative;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    block-size: 100%;
  }

  .people {
    display: grid;
    grid-template-rows: minmax(0, 1fr) minmax(56px, 24%);
    grid-template-columns: repeat(var(--beside, 1), minmax(0, 1fr));
    gap: 6px;
    min-block-size: 0;
    padding: 6px 6px 0;
  }

  .beside-2 {
    --beside: 2;
  }

  .beside-3 {
    --beside: 3;
  }

  .alone {
    grid-template-rows: minmax(0, 1fr);
  }

  visio-small-tile {
    grid-row: 2;
    min-block-size: 0;
    min-inline-size: 0;
  }

  .large {
    grid-row: 1;
    grid-column: 1 / -1;
  }

  section {
    display: flex;
    justify-content: center;
    gap: var(--_space-2);
    padding: var(--_space-2);
  }

  .control {
    flex: 0 1 56px;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0;
  }

  .control[aria-busy='true'] .icon {
    animation: breathe 0.9s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.35;
    }
  }

  .trouble {
    position: absolute;
    inset-block-start: 12px;
    inset-inline: 12px;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius);
    background: var(--_color-raised);
    box-shadow: var(--_shadow);
  }

  /* A wide window: the others beside. */
  @container (aspect-ratio > 4/3) and (width >= 400px) {
    .people {
      grid-template-rows: repeat(var(--beside, 1), minmax(0, 1fr));
      grid-template-columns: minmax(0, 1fr) minmax(96px, 24%);
    }

    visio-small-tile {
      grid-row: auto;
      grid-column: 2;
      /* Two or three, each in the shape of a camera. */
      max-block-size: 24cqi;
      align-self: center;
      block-size: 100%;
    }

    .large {
      grid-row: 1 / -1;
      grid-column: 1;
      max-block-size: none;
    }

    .alone {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* A low one: only the large picture. */
  @container (height < 260px) {
    visio-small-tile:not(.large) {
      display: none;
    }

    .people {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    }
  }

  @container (height < 200px) {
    section {
      padding-block: var(--_space-1);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .control[aria-busy='true'] .icon {
      animation: none;
      opacity: 0.5;
    }
  }
`;
