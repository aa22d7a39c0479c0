import { css } from 'lit';

/** One look for what is said over the stage. */
export const toastStyles = css`
  .toast {
    display: flex;
    align-items: center;
    gap: 12px;
    max-inline-size: min(560px, 100%);
    padding: 8px 8px 8px 16px;
    border: 1px solid var(--visio-color-line);
    border-radius: var(--visio-radius);
    background: var(--visio-color-raised);
    box-shadow: var(--visio-shadow);
    pointer-events: auto;
    animation: appear var(--visio-duration) ease-out;
  }

  .toast p {
    flex: 1;
    min-inline-size: 0;
    padding-block: 4px;
    line-height: 1.35;
  }

  .toast:not(:has(.button)) {
    padding-inline: 16px;
  }

  .toast > .icon {
    color: var(--visio-color-warning-text);
  }

  .toast > .good {
    color: var(--visio-color-success-text);
  }

  .actions {
    display: flex;
    flex: none;
    gap: 4px;
  }

  .toast .button {
    min-block-size: 40px;
    padding-inline: 12px;
  }

  .toast .square {
    inline-size: 40px;
    padding: 0;
    background: none;
  }

  .toast .square:hover {
    background: var(--visio-color-control);
  }

  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }

  @container (width < 480px) {
    .toast {
      gap: 8px;
      padding-inline-start: 12px;
      font-size: var(--visio-text-s);
    }

    .toast:has(.plain, .primary, .button + .button + .button) {
      flex-wrap: wrap;
    }

    .toast:has(.plain, .primary, .button + .button + .button) .actions {
      flex-basis: 100%;
      justify-content: flex-end;
    }
  }
`;
