import { css } from 'lit';

export const endStyles = css`
  :host {
    display: block;
    block-size: 100%;
    overflow: auto;
    background: var(--_color-surface);
  }

  .end {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: var(--_space-2);
    min-block-size: 100%;
    padding: var(--_space-6) var(--_space-4);
    text-align: center;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 64px;
    block-size: 64px;
    margin-block-end: var(--_space-2);
    border-radius: 50%;
    background: var(--_color-control);
    color: var(--_color-text-quiet);
  }

  .failed .mark {
    background: var(--_color-danger-soft);
    color: var(--_color-danger-text);
  }

  h2 {
    font-size: var(--_text-xl);
    font-weight: var(--_weight-title);
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  h2:focus-visible {
    outline: none;
  }

  p {
    max-inline-size: 46ch;
    color: var(--_color-text-quiet);
    text-wrap: pretty;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: var(--_space-2);
    margin-block-start: var(--_space-4);
  }

  a {
    color: inherit;
    text-decoration: none;
  }

  .actions .button {
    min-block-size: 48px;
    min-inline-size: 160px;
  }
`;
