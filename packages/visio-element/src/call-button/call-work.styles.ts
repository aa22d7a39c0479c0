import { css } from 'lit';

/** What shows once the button was clicked: that something goes on, what became of it, and the call. */
export const callWorkStyles = css`
  .button.live {
    border-color: var(--_color-success-text);
    background: var(--_color-surface);
    color: var(--_color-success-text);
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
    animation: spin calc(1.6s - 0.8s * var(--_motion)) linear infinite;
  }

  @keyframes spin {
    50% {
      opacity: calc(0.3 + 0.7 * var(--_motion));
    }

    to {
      rotate: calc(1turn * var(--_motion));
    }
  }

  .note p {
    max-inline-size: 42ch;
    margin: 0;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .note [role='alert'] {
    color: var(--_color-danger-text);
  }

  .note a {
    overflow-wrap: anywhere;
    color: var(--_color-accent-text);
  }

  .call {
    block-size: var(--visio-call-block-size, 34rem);
    margin-block-start: var(--_space-3);
    overflow: hidden;
    border-radius: var(--_radius);
  }
`;
