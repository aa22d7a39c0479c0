import { css } from 'lit';

export const consentStyles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(440px, calc(100vw - 16px));
    max-block-size: calc(100dvh - 16px);
    padding: 0;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) + 6px);
    background: var(--visio-color-surface);
    box-shadow: var(--visio-shadow);
    color: var(--visio-color-text);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  .content {
    display: grid;
    gap: 16px;
    padding: 24px;
  }

  h2 {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: calc(var(--visio-font-size) * 1.125);
    font-weight: 650;
    line-height: 1.3;
  }

  /* It has the focus so that it is read, not so that it is used. */
  h2:focus-visible {
    outline: none;
  }

  h2 .icon {
    color: var(--visio-color-danger-text);
  }

  #words {
    display: grid;
    gap: 8px;
  }

  .held {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px 12px;
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-control);
    font-size: var(--visio-text-s);
  }

  .actions {
    display: grid;
    gap: 8px;
  }

  .leave {
    background: none;
    color: var(--visio-color-danger-text);
  }

  .leave:hover {
    background: var(--visio-color-danger-soft);
  }

  @media (max-width: 400px) {
    .content {
      padding: 16px;
    }
  }

  @media (forced-colors: active) {
    .held,
    .button {
      border: 1px solid ButtonBorder;
    }
  }
`;
