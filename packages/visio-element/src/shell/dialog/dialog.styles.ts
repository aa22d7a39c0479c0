import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    display: none;
    flex-direction: column;
    inline-size: min(480px, 100% - 16px);
    max-inline-size: none;
    max-block-size: min(720px, 100% - 16px);
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: var(--_dialog-radius);
    background: var(--_dialog-background);
    box-shadow: var(--_shadow);
    color: var(--_color-text);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    animation: come var(--_time) ease-out;
  }

  .large {
    inline-size: min(860px, 100% - 16px);
    block-size: min(640px, 100% - 16px);
  }

  ::backdrop {
    background: var(--_color-backdrop);
  }

  header {
    padding-block: 6px;
    padding-inline: var(--_space-5) 6px;
  }

  h2 {
    font-size: var(--_text-l);
  }

  .content {
    flex: 1;
    min-block-size: 120px;
    overflow: auto;
    overscroll-behavior: contain;
    container-type: inline-size;
  }

  @keyframes come {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }
`;
