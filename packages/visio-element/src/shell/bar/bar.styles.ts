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
    gap: var(--_space-2);
    padding: var(--_bar-padding);
  }

  .people {
    display: flex;
    justify-self: start;
    white-space: nowrap;
    align-items: center;
    gap: var(--_space-2);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  .controls {
    display: flex;
    grid-column: 2;
    justify-content: center;
    gap: var(--_space-2);
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
    border: 2px solid var(--_stage-background);
    border-radius: 999px;
    background: var(--_color-danger);
    color: var(--_color-on-danger);
    font-size: 11px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 16px;
    text-align: center;
  }

  .control {
    min-block-size: var(--_bar-button-size);
    min-inline-size: calc(var(--_bar-button-size) + var(--_space-1));
    padding: 0;
    border-radius: var(--_bar-button-radius);
  }

  /* In a light call, brighter than the ground. */
  .control:not(.on, .off, .danger, :hover) {
    background: light-dark(var(--_color-raised), var(--_color-control));
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
    color: var(--_color-text-quiet);
  }

  .more:hover,
  .more[aria-expanded='true'] {
    color: var(--_color-text);
  }

  .more .icon {
    transition: rotate var(--_time);
  }

  .more[aria-expanded='true'] .icon {
    rotate: 180deg;
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
    padding-inline: var(--_space-4);
    margin-inline-start: var(--_space-2);
  }

  .on {
    border-color: var(--_color-accent-line);
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }

  @media (forced-colors: active) {
    .on {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }

  .on:hover {
    background: var(--_color-accent-hover);
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
      border-radius: var(--_bar-button-radius);
    }

    section {
      padding: var(--_space-2);
    }

    .control {
      min-inline-size: min(44px, var(--_bar-button-size));
      min-block-size: min(44px, var(--_bar-button-size));
    }

    .leave {
      margin-inline-start: 0;
      padding-inline: var(--_space-2);
    }

    .leave span {
      display: none;
    }
  }
`;
