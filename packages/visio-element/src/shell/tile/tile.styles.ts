import { css } from 'lit';

export const tileStyles = css`
  :host {
    display: block;
    /* What changes in one tile is laid out in that tile alone. How large it is says the stage: a container query in each would
       have the browser style each of them apart, whenever it is laid out. */
    contain: size layout style;
    --edge: 8px;
    --label: 24px;
    --label-pad: 2px;
    --label-side: var(--_space-2);
    --label-radius: var(--_radius-m);
    --label-text: var(--_text-s);
  }

  :host([small]) {
    --edge: 4px;
    --label: 20px;
    --label-pad: 1px;
    --label-side: 6px;
    --label-radius: var(--_radius-s);
    --label-text: calc(var(--_text-s) * 0.92);
  }

  .tile {
    position: relative;
    display: grid;
    place-items: center;
    block-size: 100%;
    border-radius: var(--_tile-radius);
    overflow: clip;
    background: oklch(0.29 0.035 var(--hue, 260));
    color: #fff;
    /* The ring of who speaks; it takes no room. It comes at once: a fade would draw the page anew some six times for each. */
    outline: 3px solid transparent;
    outline-offset: -1px;
  }

  .speaking {
    outline-color: var(--_color-speaking);
  }

  .screen {
    background: #0a0b0e;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    visibility: hidden;
  }

  /* Set with the first picture, so that no black box flashes over the initials. */
  video.live {
    visibility: visible;
  }

  /* Whoever saw themselves in the lobby sees no initials on the way. */
  .own:has(video:not(.live)) .avatar {
    visibility: hidden;
  }

  .screen video {
    object-fit: contain;
  }

  .screen .avatar {
    display: none;
  }

  /* A phone's camera in a wide tile would show little more than a nose. */
  :host([wide]) .upright video {
    object-fit: contain;
  }

  .mirrored video {
    scale: -1 1;
  }

  .avatar {
    display: grid;
    place-items: center;
    inline-size: clamp(36px, 0.38 * var(--size, 240px), 120px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.44 0.105 var(--hue, 260));
    font-size: clamp(14px, 0.14 * var(--size, 240px), 44px);
    font-weight: var(--_weight-strong);
    line-height: 1;
    letter-spacing: 0.02em;
  }

  .name,
  .quality {
    position: absolute;
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    max-inline-size: calc(100% - 2 * var(--edge));
    min-block-size: var(--label);
    padding: var(--label-pad) var(--label-side);
    border-radius: var(--label-radius);
    background: var(--_color-shade);
    font-size: var(--label-text);
    line-height: 1.4;
  }

  .name {
    inset-block-end: var(--edge);
    inset-inline-start: var(--edge);
  }

  .marks {
    position: absolute;
    inset-block-start: 8px;
    inset-inline-start: 8px;
    display: flex;
    gap: var(--_space-1);
    max-inline-size: calc(100% - 16px);
    pointer-events: none;
  }

  /* Unseen until the tile is looked at with a pointer or has the focus. */
  .options {
    position: absolute;
    inset-block-end: 6px;
    inset-inline-end: 6px;
    display: grid;
    place-items: center;
    inline-size: 32px;
    block-size: 32px;
    padding: 0;
    border: 0;
    border-radius: var(--_radius-m);
    background: var(--_color-shade);
    color: inherit;
    cursor: pointer;
    opacity: 0;
  }

  .tile:hover .options,
  .options:focus-visible,
  .options[aria-expanded='true'] {
    opacity: 1;
  }

  /* Three dots, as the icon has them: drawn in each tile, that would be three nodes more. */
  .options::before {
    content: '•••' / '';
    font-size: 9px;
    letter-spacing: 1.5px;
    margin-inline-end: -1.5px;
  }

  .options:hover {
    background: #000;
  }

  .options:focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }

  .tile:is(:hover, :focus-within) .name {
    max-inline-size: calc(100% - 54px);
  }

  .quality {
    inset-block-start: var(--edge);
    inset-inline-end: var(--edge);
    padding-inline: calc(var(--label-side) / 2);
  }

  .mark {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    min-block-size: 24px;
    padding-block: 2px;
    padding-inline: 6px var(--_space-2);
    border-radius: var(--_radius-m);
    background: var(--_color-shade);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
    font-weight: var(--_weight-strong);
    line-height: 1.4;
  }

  .mark .icon {
    color: #ffc766;
  }

  .muted .icon,
  .lost .icon {
    color: #ffb0a9;
  }

  .poor .icon {
    color: #ffc766;
  }

  .muted .icon,
  .speaks .icon {
    margin-inline-start: -2px;
  }

  .speaks .icon {
    color: #a9c1ff;
  }

  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  @media (hover: none) {
    .options {
      inline-size: 40px;
      block-size: 40px;
      background: none;
      opacity: 1;
      filter: drop-shadow(0 0 2px #000);
    }

    .name {
      max-inline-size: calc(100% - 58px);
    }
  }

  @media (forced-colors: active) {
    .tile {
      border: 1px solid CanvasText;
      outline-color: Canvas;
      outline-offset: 0;
    }

    .speaking {
      outline-color: Highlight;
    }
  }
`;
