import { css } from 'lit';

export const noticesStyles = css`
  :host {
    display: block;
    /* Over captions: in a small box with large text both have no place of their own, and a notice can be dismissed. */
    z-index: 2;
    container-type: inline-size;
  }

  .toasts {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    display: grid;
    justify-items: center;
    gap: var(--_space-2);
    padding: var(--_space-3);
    outline: none;
    pointer-events: none;
  }

  .live {
    display: grid;
    justify-items: center;
    gap: var(--_space-2);
    inline-size: 100%;
  }

  .live:not(:has(.toast)) {
    position: absolute;
  }

  .item {
    inline-size: fit-content;
    min-inline-size: min(280px, 100%);
  }

  @media (pointer: fine) {
    .item {
      padding-block: var(--_space-1);
    }

    .item .button {
      min-block-size: 36px;
    }

    .item .square {
      inline-size: max(36px, 1.75rem);
    }
  }

  .item > .icon {
    color: var(--_color-accent-text);
  }

  .from {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
    font-size: var(--_text-s);
  }

  .from bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: var(--_weight-title);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .aside {
    flex: none;
    color: var(--_color-text-quiet);
  }

  .start {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  .whole .start {
    -webkit-line-clamp: none;
  }

  .item:has(.actions > :nth-child(3)) {
    max-inline-size: min(680px, 100%);
  }

  @container visio-meeting (height < 600px) {
    /* The stage is still to be seen. What stays is not pushed aside by what goes. */
    .item:not(.stays):nth-last-of-type(n + 3),
    .stays ~ .item:not(.stays):nth-last-of-type(n + 2) {
      display: none;
    }
  }

  /* Where they would hide all of the stage, and with it what has the focus, they stand above it. */
  @container visio-meeting (0px < height < 280px) {
    .toasts:has(.toast) {
      position: static;
      max-block-size: 40cqb;
      overflow: auto;
    }
  }

  @container (width < 480px) {
    .toasts {
      padding: var(--_space-2);
    }

    .item {
      inline-size: 100%;
    }

    /* The bar counts them, too, and the name has the room. */
    .aside {
      display: none;
    }

    .item:not(.stays):nth-last-of-type(n + 3),
    .stays ~ .item:not(.stays):nth-last-of-type(n + 2) {
      display: none;
    }
  }
`;
