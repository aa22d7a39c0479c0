import { css } from 'lit';

/** One look for what is said over the stage. */
export const toastStyles = css`
  .toast {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    max-inline-size: min(560px, 100%);
    padding-block: var(--_space-2);
    padding-inline: var(--_space-4) var(--_space-2);
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_notice-background);
    box-shadow: var(--_shadow);
    pointer-events: auto;
    animation: appear var(--_time) ease-out;
  }

  .toast p {
    flex: 1;
    min-inline-size: 0;
    padding-block: var(--_space-1);
    line-height: 1.35;
  }

  .toast:not(:has(.button)) {
    padding-inline: var(--_space-4);
  }

  .toast > .icon {
    color: var(--_color-warning-text);
  }

  .toast > .good {
    color: var(--_color-success-text);
  }

  .actions {
    display: flex;
    flex: none;
    gap: var(--_space-1);
  }

  .toast .button {
    min-block-size: 40px;
    padding-inline: var(--_space-3);
  }

  .toast .square {
    inline-size: max(40px, 1.75rem);
    padding: 0;
    background: none;
  }

  .toast .square:hover {
    background: var(--_color-control);
  }

  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }

  @container (width < 480px) {
    .toast {
      gap: var(--_space-2);
      padding-inline-start: var(--_space-3);
      /* What can be done goes below the words where they would be squeezed. */
      flex-wrap: wrap;
      font-size: var(--_text-s);
    }

    .toast p {
      flex-basis: 120px;
    }

    .actions {
      flex: 0 1 auto;
      flex-wrap: wrap;
      justify-content: flex-end;
      margin-inline-start: auto;
    }
  }
`;
