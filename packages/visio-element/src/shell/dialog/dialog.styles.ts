import { css } from 'lit';

export const dialogStyles = css`
  :host {
    display: contents;
  }

  dialog {
    display: none;
    flex-direction: column;
    inline-size: min(480px, calc(100vw - 16px));
    max-inline-size: none;
    max-block-size: min(720px, calc(100dvh - 16px));
    padding: 0;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) + 6px);
    background: var(--visio-color-surface);
    box-shadow: var(--visio-shadow);
    color: var(--visio-color-text);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
    animation: come var(--visio-duration) ease-out;
  }

  .large {
    inline-size: min(860px, calc(100vw - 16px));
    block-size: min(640px, calc(100dvh - 16px));
  }

  ::backdrop {
    background: rgb(0 0 0 / 0.5);
  }

  header {
    padding: 6px 6px 6px 20px;
  }

  h2 {
    font-size: var(--visio-text-l, 1.125em);
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
