import { css } from 'lit';

export const listStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  visio-people-search,
  .foot {
    flex: none;
  }

  .row {
    /* No margins: heights add up. */
    padding: 2px var(--_space-4);
    line-height: 1.4;
  }

  .start {
    padding-block-start: var(--_space-3);
  }

  .sender {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
    padding-block-end: 2px;
    font-size: var(--_text-s);
  }

  .sender bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: var(--_weight-strong);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    flex: none;
    color: var(--_color-text-quiet);
    font-size: var(--_text-xs);
    font-variant-numeric: tabular-nums;
  }

  .words,
  .original {
    cursor: text;
    overflow-wrap: anywhere;
    user-select: text;
  }

  /* It may still become something else. */
  .open,
  .original {
    color: var(--_color-text-quiet);
  }

  .original {
    font-size: var(--_text-s);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-1);
    padding: 6px var(--_space-2) var(--_space-2);
    border-block-start: 1px solid var(--_color-line);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .foot span,
  .problem {
    flex: 1 0 100%;
    padding-inline: var(--_space-2);
  }

  .foot .button {
    flex: 1;
    min-block-size: 36px;
    padding: var(--_space-1);
    color: var(--_color-text);
    font-size: inherit;
  }

  .problem {
    color: var(--_color-danger-text);
  }

  .empty {
    overflow-wrap: anywhere;
  }
`;
