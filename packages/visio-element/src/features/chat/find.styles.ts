import { css } from 'lit';

export const findStyles = css`
  .find {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px;
    flex: none;
    padding-block: 6px;
    padding-inline: var(--_space-2) var(--_space-1);
    border-block-end: 1px solid var(--_color-line);
  }

  .find input {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 36px;
    padding: var(--_space-1) var(--_space-3);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_field-radius);
    background: var(--_color-field);
    line-height: 1.4;
    appearance: none;
  }

  .find input::-webkit-search-cancel-button {
    display: none;
  }

  .find input::placeholder {
    color: var(--_color-text-quiet);
    opacity: 1;
  }

  .find input:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  .find .count {
    padding-inline: 6px;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }

  .find .count:empty {
    display: none;
  }

  .find .none {
    color: var(--_color-text);
  }

  .find .button {
    inline-size: 36px;
    min-block-size: 36px;
    background: none;
  }

  .find .button:not([aria-disabled='true']):hover {
    background: var(--_color-control);
  }

  .find .down .icon {
    rotate: 180deg;
  }

  .find .problem {
    flex: 1 0 100%;
    padding: var(--_space-1) var(--_space-1) 0;
    color: var(--_color-danger-text);
    font-size: var(--_text-s);
  }

  .find .problem:empty {
    display: none;
  }

  .row.current {
    background: var(--_color-control);
    box-shadow: inset 3px 0 var(--_color-accent-line);
  }

  .row.current:dir(rtl) {
    box-shadow: inset -3px 0 var(--_color-accent-line);
  }

  .row.current .bubble:not(.failed) {
    outline: 2px solid var(--_color-accent-line);
    outline-offset: -1px;
  }

  /* On the accent, the other way round. */
  .own .bubble:not(.failed) mark {
    background: var(--_bubble-own-color);
    color: var(--_bubble-own-background);
  }

  @media (forced-colors: active) {
    .row.current {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
