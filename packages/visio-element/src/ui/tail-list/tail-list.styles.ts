import { css } from 'lit';

/** Around a list goes a box of the class `list`. */
export const tailListStyles = css`
  .list {
    position: relative;
    display: flex;
    flex: 1;
    min-block-size: 0;
  }

  .scroller {
    flex: 1;
    padding-block-end: var(--_space-3);
    overflow-x: hidden;
    overflow-y: auto;
    /* What is seen is held in its place here, and not by the browser. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-color: var(--_color-line-strong) transparent;
    scrollbar-width: thin;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .empty {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }

  .jump {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 0;
    inline-size: fit-content;
    max-inline-size: calc(100% - 32px);
    margin-inline: auto;
    min-block-size: 40px;
    padding-block: var(--_space-1);
    padding-inline: 10px var(--_space-4);
    border-color: var(--_color-line);
    border-radius: 999px;
    box-shadow: var(--_shadow);
    font-size: var(--_text-s);
    animation: rise var(--_time) ease-out;
  }

  .jump:not(.primary) {
    background: var(--_color-raised);
  }

  .jump .icon {
    rotate: 180deg;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
