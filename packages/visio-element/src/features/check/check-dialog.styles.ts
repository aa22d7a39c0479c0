import { css } from 'lit';

export const dialogStyles = css`
  dialog {
    inline-size: min(560px, 100vi - 24px);
    max-block-size: calc(100dvb - 24px);
    padding: 0;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) + 4px);
    background: var(--visio-color-raised);
    color: inherit;
    box-shadow: var(--visio-shadow);
  }

  dialog::backdrop {
    background: rgb(10 14 24 / 0.5);
  }


  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 12px 20px 0;
  }

  h2 {
    font-size: calc(var(--visio-font-size) * 1.125);
    font-weight: 650;
    outline: none;
  }

  header .button {
    margin-inline-end: -10px;
    color: inherit;
  }

  @media (max-width: 400px) {
    header {
      padding: 8px 14px 0;
    }
  }
`;
