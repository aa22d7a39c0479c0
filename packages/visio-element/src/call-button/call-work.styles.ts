import { css } from 'lit';

/** What shows once the button was clicked: that something goes on, what became of it, and the call. */
export const callWorkStyles = css`
  /* The page's own shows around the button. */
  :host {
    background: none;
  }

  .row .note,
  .note span {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
  }

  .row .note {
    flex-wrap: wrap;
  }

  .note .button {
    border-color: var(--_color-line-strong);
    background: var(--_color-field);
    color: var(--_color-text);
  }

  .note .button:hover {
    background: var(--_color-control-hover);
  }

  .button.live {
    border-color: var(--_color-success-text);
    background: var(--_color-surface);
    color: var(--_color-success-text);
  }

  .button[aria-busy='true'] {
    cursor: default;
  }

  .time {
    margin-inline-start: 0.5ch;
    font-variant-numeric: tabular-nums;
  }

  .spinner {
    flex: none;
    box-sizing: border-box;
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
    line-height: 1.45;
  }

  .note [role='alert'] {
    color: var(--_color-danger-text);
  }

  .note a {
    padding-block: var(--_space-1);
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
