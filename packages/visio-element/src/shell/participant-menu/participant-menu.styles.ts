import { css } from 'lit';

export const participantMenuStyles = css`
  .menu {
    min-inline-size: min(200px, 100% - 16px);
    max-inline-size: min(320px, 100% - 16px);
    padding: 6px;
    border-radius: var(--_radius-l);
  }

  .title {
    padding: 6px 10px;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .item {
    padding-inline: 10px;
  }

  .item:focus-visible {
    background: var(--_color-control);
    outline-offset: -2px;
  }

  .careful {
    color: var(--_color-danger-text);
  }

  hr {
    margin: 6px var(--_space-1);
    border: 0;
    border-block-start: 1px solid var(--_color-line);
  }
`;
