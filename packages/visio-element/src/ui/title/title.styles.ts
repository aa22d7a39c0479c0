import { css } from 'lit';

/** The line above a panel or a dialog: what it is, and the button that closes it. */
export const titleStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    border-block-end: 1px solid var(--visio-color-line);
  }

  h2 {
    flex: 1;
    font-weight: 650;
  }

  header .button {
    background: none;
  }

  header .button:hover {
    background: var(--visio-color-control);
  }
`;
