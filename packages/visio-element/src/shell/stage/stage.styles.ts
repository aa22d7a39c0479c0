import { css } from 'lit';

export const stageStyles = css`
  :host {
    display: block;
    min-block-size: 0;
    min-inline-size: 0;
    container-type: size;
  }

  section {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    block-size: 100%;
    /* Equal to the space between tiles; below them are the controls. */
    padding: var(--_space-2) var(--_space-2) 0;
  }

  .tiles {
    position: relative;
    min-block-size: 0;
  }

  visio-tile {
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: 0;
  }

  .alone {
    position: absolute;
    inset-block-start: 16px;
    inset-inline: 16px;
    inline-size: fit-content;
    margin-inline: auto;
    padding: 6px 14px;
    border-radius: 99px;
    background: var(--_color-shade);
    color: var(--_color-on-shade);
    text-align: center;
  }

  nav {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    padding-block-start: var(--_space-1);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  nav .button {
    background: none;
    color: var(--_color-text);
    font-weight: 500;
  }

  nav .button:hover {
    background: var(--_color-control);
  }

  .previous .icon {
    rotate: -90deg;
  }

  .next .icon {
    rotate: 90deg;
  }

  :dir(rtl) .previous .icon {
    rotate: 90deg;
  }

  :dir(rtl) .next .icon {
    rotate: -90deg;
  }

  @container (width >= 480px) {
    section {
      padding: var(--_space-3) var(--_space-3) 0;
    }
  }

  @container (width < 560px) {
    nav .button {
      inline-size: 44px;
      padding: 0;
    }

    nav .button span {
      position: absolute;
      inset-block-start: 0;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
`;
