import { css } from 'lit';

/** A list to choose from, with an icon before it and an arrow after. */
export const selectStyles = css`
  .select {
    position: relative;
    display: grid;
    align-items: center;
  }

  .select > * {
    grid-area: 1 / 1;
  }

  .select .icon {
    pointer-events: none;
    margin-inline-start: 12px;
    color: var(--visio-color-text-quiet);
    inline-size: 18px;
    block-size: 18px;
  }

  .select .icon:last-child {
    justify-self: end;
    margin-inline: 0 10px;
    rotate: 180deg;
  }

  .select select {
    appearance: none;
    min-block-size: 44px;
    padding-block: 8px;
    padding-inline: 40px 34px;
    cursor: pointer;
  }

  .select option {
    background: var(--visio-color-field);
    color: var(--visio-color-text);
  }
`;
