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
    padding: 2px 16px;
    line-height: 1.4;
  }

  .start {
    padding-block-start: 12px;
  }

  .sender {
    display: flex;
    align-items: baseline;
    gap: 8px;
    padding-block-end: 2px;
    font-size: var(--visio-text-s);
  }

  .sender bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time {
    flex: none;
    color: var(--visio-color-text-quiet);
    font-size: calc(var(--visio-font-size) * 0.75);
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
    color: var(--visio-color-text-quiet);
  }

  .original {
    font-size: var(--visio-text-s);
  }

  mark {
    border-radius: 3px;
    background: var(--visio-color-accent);
    color: var(--visio-color-on-accent);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    padding: 6px 8px 8px;
    border-block-start: 1px solid var(--visio-color-line);
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .foot span,
  .problem {
    flex: 1 0 100%;
    padding-inline: 8px;
  }

  .foot .button {
    flex: 1;
    min-block-size: 36px;
    padding: 4px;
    color: var(--visio-color-text);
    font-size: inherit;
  }

  .problem {
    color: var(--visio-color-danger-text);
  }

  .empty {
    overflow-wrap: anywhere;
  }
`;
