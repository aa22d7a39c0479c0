import { css } from 'lit';

export const consentStyles = css`
  :host {
    display: contents;
  }

  dialog {
    inline-size: min(440px, 100% - 16px);
    max-block-size: calc(100% - 16px);
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: var(--_dialog-radius);
    background: var(--_dialog-background);
    box-shadow: var(--_shadow);
    color: var(--_color-text);
    overflow: auto;
  }

  dialog::backdrop {
    background: var(--_color-backdrop);
  }

  .content {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-6);
  }

  h2 {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: var(--_text-l);
    font-weight: var(--_weight-title);
    line-height: 1.3;
  }

  /* It has the focus so that it is read, not so that it is used. */
  h2:focus-visible {
    outline: none;
  }

  h2 .icon {
    color: var(--_color-danger-text);
  }

  #words {
    display: grid;
    gap: var(--_space-2);
  }

  .held {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 10px var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_color-control);
    font-size: var(--_text-s);
  }

  .actions {
    display: grid;
    gap: var(--_space-2);
  }

  .leave {
    background: none;
    color: var(--_color-danger-text);
  }

  .leave:hover {
    background: var(--_color-danger-soft);
  }

  @media (max-width: 400px) {
    .content {
      padding: var(--_space-4);
    }
  }

  @media (forced-colors: active) {
    .held,
    .button {
      border: 1px solid ButtonBorder;
    }
  }
`;
