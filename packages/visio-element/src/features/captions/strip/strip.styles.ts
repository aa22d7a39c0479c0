import { css } from 'lit';

export const stripStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container-type: size;
    pointer-events: none;
  }

  .place {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: flex-end;
    block-size: 100%;
    padding: var(--_space-3);
  }

  .top {
    justify-content: flex-start;
  }

  .look {
    position: relative;
    display: flex;
    inline-size: min(100%, 46em);
    max-block-size: 60%;
    padding-block: var(--_space-2);
    padding-inline: var(--_space-4) 48px;
    border-radius: var(--_radius);
    overflow: hidden;
    overflow-wrap: anywhere;
  }

  .hint {
    display: block;
    inline-size: auto;
    max-inline-size: 100%;
    padding-inline-end: var(--_space-4);
    text-align: center;
  }

  .lines {
    display: flex;
    flex: 1;
    flex-direction: column;
    /* What is too much goes at the top: the latest words are read. */
    justify-content: flex-end;
    gap: var(--_space-1);
    min-inline-size: 0;
  }

  .line {
    display: flex;
    flex: none;
    flex-direction: column;
  }

  .name {
    overflow: hidden;
    font-size: 0.8125em;
    font-weight: 700;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .words {
    display: flex;
    flex-direction: column;
    justify-content: flex-end;
    max-block-size: 3lh;
    overflow: hidden;
  }

  .all {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    inline-size: 36px;
    min-block-size: 36px;
    background: none;
    color: inherit;
    pointer-events: auto;
  }

  .all:hover {
    background: color-mix(in srgb, currentColor 20%, transparent);
  }

  .all:focus-visible {
    outline-color: currentColor;
    outline-offset: -2px;
  }

  /* As many lines as there is room for, so that none is cut. */
  .size-huge .line:nth-last-child(n + 3) {
    display: none;
  }

  @container (height < 640px) {
    .line:nth-last-child(n + 3),
    .size-huge .line:nth-last-child(n + 2) {
      display: none;
    }
  }

  @container (height < 400px) or (width < 420px) {
    .place {
      padding: var(--_space-2);
    }

    .look {
      padding-inline-start: var(--_space-3);
    }

    .size-large .line:nth-last-child(n + 2) {
      display: none;
    }
  }

  @container (height < 280px) {
    .look {
      max-block-size: 100%;
    }

    .line:nth-last-child(n + 2) {
      display: none;
    }

    .words {
      max-block-size: 2lh;
    }
  }
`;
