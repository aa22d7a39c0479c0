import { css } from 'lit';

/** What shows once the button was clicked: that something goes on, what became of it, and the call. */
export const callWorkStyles = css`
  .button.live {
    border-color: var(--visio-color-success-text);
    background: var(--visio-color-surface);
    color: var(--visio-color-success-text);
  }

  .button[aria-busy='true'] {
    cursor: default;
  }

  .time {
    font-variant-numeric: tabular-nums;
  }

  .spinner {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    border: 2px solid;
    border-inline-start-color: transparent;
    border-radius: 50%;
    animation: spin 0.8s linear infinite;
  }

  @keyframes spin {
    to {
      rotate: 1turn;
    }
  }

  .note p {
    max-inline-size: 42ch;
    margin: 0;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .note [role='alert'] {
    color: var(--visio-color-danger-text);
  }

  .note a {
    overflow-wrap: anywhere;
    color: var(--visio-color-accent-text);
  }

  .call {
    block-size: var(--visio-call-block-size, 34rem);
    margin-block-start: 12px;
    overflow: hidden;
    border-radius: var(--visio-radius);
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      animation-duration: 4s;
    }
  }
`;
