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
    margin-inline-start: var(--_space-3);
    color: var(--_color-text-quiet);
  }

  .select .icon:last-child {
    justify-self: end;
    margin-inline: 0 10px;
    rotate: 180deg;
  }

  .select select {
    appearance: none;
    min-block-size: 44px;
    padding-block: var(--_space-2);
    padding-inline: calc(var(--_font-size) * 1.25 + 20px) calc(var(--_font-size) * 1.25 + 12px);
    cursor: pointer;
  }

  .select option {
    background: var(--_color-field);
    color: var(--_color-text);
  }
`;
