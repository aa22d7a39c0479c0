import { css } from 'lit';

export const waitingStyles = css`
  :host {
    display: block;
  }

  .waiting {
    display: grid;
    justify-items: start;
    gap: 12px;
    padding-block: 20px;
  }

  .title {
    display: flex;
    align-items: center;
    gap: 14px;
    margin-block-end: 4px;
  }

  .mark {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    margin: 4px 0;
    border-radius: 50%;
    background: var(--visio-color-control);
    color: var(--visio-color-accent-text);
  }

  .mark::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid var(--visio-color-accent);
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
    font-size: var(--visio-text-xl);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    outline: none;
    text-wrap: balance;
  }

  .quiet {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .button {
    min-block-size: 48px;
    margin-block-start: 8px;
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
