import { css } from 'lit';

/** The line above a panel or a dialog: what it is, and the button that closes it. */
export const titleStyles = css`
  header {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    flex: none;
    border-block-end: 1px solid var(--_color-line);
  }

  h2 {
    flex: 1;
    font-weight: var(--_weight-title);
  }

  header .button {
    background: none;
  }

  header .button:hover {
    background: var(--_color-control);
  }
`;
