import { css } from 'lit';

export const moderationStyles = css`
  .all {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
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
    background: var(--visio-color-control);
    font-weight: 600;
  }

  .level[aria-disabled='true'] {
    cursor: default;
  }

  .level .icon {
    color: var(--visio-color-accent-text);
  }

  .level .hint {
    display: block;
    padding: 0;
    font-weight: 400;
  }

  .state {
    display: flex;
    align-items: center;
    gap: 8px;
    min-block-size: 1.5em;
    padding-inline: 8px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .problem {
    color: var(--visio-color-danger-text);
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
