import { css } from 'lit';

export const waitingStyles = css`
  :host {
    display: block;
  }

  .waiting {
    display: grid;
    justify-items: start;
    gap: var(--_space-3);
    padding-block: var(--_space-5);
  }

  .title {
    display: flex;
    align-items: center;
    gap: 14px;
    margin-block-end: var(--_space-1);
  }

  .mark {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    margin: var(--_space-1) 0;
    border-radius: 50%;
    background: var(--_color-control);
    color: var(--_color-accent-text);
  }

  .mark::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid var(--_color-accent-line);
    border-radius: 50%;
    animation: wait 2s ease-out infinite;
  }

  .in::after {
    animation: none;
  }

  @keyframes wait {
    from {
      opacity: 0.9;
    }

    to {
      opacity: 0;
      scale: 1.35;
    }
  }

  h2 {
    font-size: var(--_text-xl);
    font-weight: var(--_weight-title);
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  /* It has the focus so that it is read, not so that it is used. */
  h2:focus-visible {
    outline: none;
  }

  .quiet {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .button {
    min-block-size: 48px;
    margin-block-start: var(--_space-2);
  }

  @media (prefers-reduced-motion: reduce) {
    .mark::after {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .mark {
      border: 1px solid CanvasText;
    }
  }
`;
