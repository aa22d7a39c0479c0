import { css } from 'lit';

export const incomingStyles = css`
  /* Stronger than what a page says of popovers in general. */
  :host {
    position: fixed !important;
    inset: 16px 16px auto auto !important;
    z-index: 2147483001;
    display: block;
    inline-size: min(24rem, 100vw - 32px);
    max-block-size: calc(100vh - 32px);
    margin: 0 !important;
    padding: 0 !important;
    border: 1px solid var(--visio-color-line-strong);
    border-radius: calc(var(--visio-radius) + 4px);
    background: var(--visio-color-raised);
    box-shadow: var(--visio-shadow);
  }

  .alert {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 12px;
    padding: 16px;
  }

  .alert:focus-visible {
    border-radius: inherit;
    outline-offset: -2px;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--visio-color-accent);
    color: var(--visio-color-on-accent);
    animation: call 1.3s ease-out infinite;
  }

  @keyframes call {
    from {
      box-shadow: 0 0 0 0 var(--visio-color-accent);
    }

    to {
      box-shadow: 0 0 0 14px transparent;
    }
  }

  .who {
    min-inline-size: 0;
  }

  h2 {
    overflow-wrap: anywhere;
    font-size: calc(var(--visio-font-size) * 1.125);
    font-weight: 650;
    line-height: 1.25;
  }

  p {
    color: var(--visio-color-text-quiet);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    grid-column: 1 / -1;
  }

  .actions .button {
    flex: 1 1 auto;
  }

  .answer {
    background: #17733f;
    color: #fff;
  }

  .answer:hover {
    background: #11602f;
  }

  @media (prefers-reduced-motion: reduce) {
    .mark {
      animation: none;
    }
  }
`;
