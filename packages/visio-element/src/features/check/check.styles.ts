import { css } from 'lit';

export const checkStyles = css`
  :host {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-5) var(--_space-5);
  }

  .outcome {
    padding: var(--_space-3) 14px;
    border-radius: var(--_radius-m);
    background: var(--_color-sunken);
    font-weight: var(--_weight-strong);
  }

  .outcome.ready,
  .outcome.call {
    color: var(--_color-success-text);
  }

  .outcome.limited {
    color: var(--_color-warning-text);
  }

  .outcome.blocked {
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
  }

  ol {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }

  li {
    display: flex;
    gap: var(--_space-3);
    padding: var(--_space-2) var(--_space-1);
  }

  li + li {
    border-block-start: 1px solid var(--_color-line);
  }

  li > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .mark {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 24px;
    block-size: 24px;
    color: var(--_color-text-quiet);
  }

  .passed .mark {
    color: var(--_color-success-text);
  }

  .failed .mark {
    color: var(--_color-danger-text);
  }

  .low .mark {
    color: var(--_color-warning-text);
  }

  .name {
    font-weight: var(--_weight-strong);
  }

  .pending .name,
  .skipped .name {
    color: var(--_color-text-quiet);
  }

  .words,
  .hint,
  .done {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .failed .words {
    color: var(--_color-text);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
  }
`;
