import { css } from 'lit';

export const endStyles = css`
  :host {
    display: block;
    block-size: 100%;
    overflow: auto;
    background: var(--visio-color-surface);
  }

  .end {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: 8px;
    min-block-size: 100%;
    padding: 24px 16px;
    text-align: center;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 64px;
    block-size: 64px;
    margin-block-end: 8px;
    border-radius: 50%;
    background: var(--visio-color-control);
    color: var(--visio-color-text-quiet);
  }

  .failed .mark {
    background: var(--visio-color-danger-soft);
    color: var(--visio-color-danger-text);
  }

  .mark .icon {
    inline-size: 28px;
    block-size: 28px;
  }

  h2 {
    font-size: var(--visio-text-xl);
    font-weight: 650;
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  h2:focus-visible {
    outline: none;
  }

  p {
    max-inline-size: 46ch;
    color: var(--visio-color-text-quiet);
    text-wrap: pretty;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 8px;
    margin-block-start: 16px;
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
