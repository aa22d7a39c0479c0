import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(560px, 100vi - 24px);
    max-block-size: calc(100dvb - 24px);
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-xl);
    background: var(--_color-raised);
    color: inherit;
    box-shadow: var(--_shadow);
  }

  dialog::backdrop {
    background: var(--_color-backdrop);
  }

  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3);
    padding: var(--_space-3) var(--_space-5) 0;
  }

  h2 {
    font-size: var(--_text-l);
    font-weight: var(--_weight-title);
    outline: none;
  }

  header .button {
    margin-inline-end: -10px;
    color: inherit;
  }

  @media (max-width: 400px) {
    header {
      padding: var(--_space-2) 14px 0;
    }
  }
`;
