import { css } from 'lit';

/** As dialogs of a call are, with less of what comes with them. */
export const dialogStyles = css`
  dialog {
    flex-direction: column;
    inline-size: min(560px, 100vi - 16px);
    max-block-size: calc(100dvb - 16px);
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_color-surface);
    color: inherit;
    box-shadow: var(--_shadow);
    overflow: hidden;
  }

  dialog[open] {
    display: flex;
  }

  dialog::backdrop {
    background: var(--_color-backdrop);
  }

  header {
    padding-block: 6px;
    padding-inline: var(--_space-5) 6px;
  }

  h2 {
    font-size: var(--_text-l);
  }

  visio-check {
    overflow: auto;
    overscroll-behavior: contain;
  }
`;
