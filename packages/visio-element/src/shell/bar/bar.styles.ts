import { css } from 'lit';

export const barStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  section {
    display: grid;
    grid-template-columns: 1fr auto 1fr;
    align-items: center;
    gap: 8px;
    padding: var(--visio-bar-padding, 12px 16px);
  }

  .people {
    display: flex;
    justify-self: start;
    white-space: nowrap;
    align-items: center;
    gap: 8px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    font-variant-numeric: tabular-nums;
  }

  .controls {
    display: flex;
    grid-column: 2;
    justify-content: center;
    gap: 8px;
  }

  .split {
    display: flex;
    gap: 2px;
  }

  .badge {
    position: absolute;
    inset-block-start: -4px;
    inset-inline-end: -4px;
    min-inline-size: 20px;
    padding-inline: 5px;
    border: 2px solid var(--visio-color-sunken);
    border-radius: 999px;
    background: var(--visio-color-danger);
    color: var(--visio-color-on-danger);
    font-size: 11px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    text-align: center;
  }

  .control {
    min-block-size: 48px;
    min-inline-size: 52px;
    padding: 0;
    border-radius: calc(var(--visio-radius) + 2px);
  }

  .split .control:not(:last-child) {
    border-start-end-radius: 4px;
    border-end-end-radius: 4px;
  }

  .split .more {
    min-inline-size: 44px;
    inline-size: 44px;
    border-start-start-radius: 4px;
    border-end-start-radius: 4px;
    color: var(--visio-color-text-quiet);
  }

  .more:hover,
  .more[aria-expanded='true'] {
    color: var(--visio-color-text);
  }

  .more .icon {
    inline-size: 18px;
    block-size: 18px;
    transition: rotate var(--visio-duration);
  }

  .more[aria-expanded='true'] .icon {
    rotate: 180deg;
  }

  .control .icon {
    inline-size: 22px;
    block-size: 22px;
  }

  /* Three dots are little ink. */
  .overflow .icon {
    stroke-width: 2.75;
  }

  .control[aria-busy='true'] .icon {
    animation: breathe 0.9s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.35;
    }
  }

  .leave {
    padding-inline: 16px;
    margin-inline-start: 8px;
  }

  .on {
    background: var(--visio-color-accent);
    color: var(--visio-color-on-accent);
  }

  .on:hover {
    background: var(--visio-color-accent-hover);
  }

  @container (width < 960px) {
    .people {
      display: none;
    }

    section {
      grid-template-columns: 1fr;
    }

    .controls {
      grid-column: 1;
    }
  }

  @container (width < 520px) {
    .devices-elsewhere .more {
      display: none;
    }

    .devices-elsewhere .split .control:first-child {
      border-radius: calc(var(--visio-radius) + 2px);
    }

    section {
      padding: 8px;
    }

    .control {
      min-inline-size: 44px;
      min-block-size: 44px;
    }

    .leave {
      margin-inline-start: 0;
      padding-inline: 8px;
    }

    .leave span {
      display: none;
    }
  }
`;
