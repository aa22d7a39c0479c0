import { css } from 'lit';

export const moderationStyles = css`
  .all {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .all .button {
    flex: 1 1 auto;
  }

  .all:not(:has(.button)) {
    display: none;
  }

  .form .level {
    inline-size: 100%;
    padding: 5px 7px;
    border: 1px solid transparent;
    background: none;
    line-height: 1.35;
    text-align: start;
  }

  .level[aria-pressed='true'] {
    background: var(--_color-control);
    font-weight: var(--_weight-strong);
  }

  .level[aria-disabled='true'] {
    cursor: default;
  }

  .level .icon {
    color: var(--_color-accent-text);
  }

  .level .hint {
    display: block;
    padding: 0;
    font-weight: 400;
  }

  .state {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 1.5em;
    padding-inline: var(--_space-2);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .problem {
    color: var(--_color-danger-text);
  }

  [aria-busy='true'] .switch,
  [aria-busy='true'] .level {
    opacity: 0.6;
  }

  @media (forced-colors: active) {
    .level[aria-pressed='true'] {
      border-color: Highlight;
    }
  }
`;
