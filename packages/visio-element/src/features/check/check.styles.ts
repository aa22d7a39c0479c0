import { css } from 'lit';

export const checkStyles = css`
  :host {
    display: grid;
    gap: 12px;
    padding: 12px 20px 20px;
  }

  @media (max-width: 400px) {
    :host {
      padding-inline: 14px;
    }
  }

  .outcome {
    padding: 12px 14px;
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-sunken);
    font-weight: 600;
  }

  .outcome.ready,
  .outcome.call {
    color: var(--visio-color-success-text);
  }

  .outcome.limited {
    color: var(--visio-color-warning-text);
  }

  .outcome.blocked {
    background: var(--visio-color-danger-soft);
    color: var(--visio-color-danger-text);
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
    gap: 12px;
    padding: 8px 4px;
  }

  li + li {
    border-block-start: 1px solid var(--visio-color-line);
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
    color: var(--visio-color-text-quiet);
  }

  .mark .icon {
    stroke-width: 2.5;
  }

  .passed .mark {
    color: var(--visio-color-success-text);
  }

  .failed .mark {
    color: var(--visio-color-danger-text);
  }

  .low .mark {
    color: var(--visio-color-warning-text);
  }

  .name {
    font-weight: 600;
  }

  .pending .name,
  .skipped .name {
    color: var(--visio-color-text-quiet);
  }

  .words,
  .hint,
  .done {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .failed .words {
    color: var(--visio-color-text);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
`;
