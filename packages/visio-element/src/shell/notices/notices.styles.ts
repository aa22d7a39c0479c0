import { css } from 'lit';

export const noticesStyles = css`
  :host {
    display: block;
    z-index: 1;
    container-type: inline-size;
  }

  .sharing {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
    padding: 4px 8px;
    background: oklch(from var(--visio-accent) 0.36 min(c, 0.1) h);
    color: #fff;
    font-size: var(--visio-text-s);
    font-weight: 600;
  }

  .sharing p {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }

  .sharing .button {
    min-block-size: 36px;
    padding: 4px 12px;
    background: rgb(255 255 255 / 0.16);
    color: #fff;
    font-size: inherit;
  }

  .sharing .button:hover {
    background: rgb(255 255 255 / 0.26);
  }

  .toasts {
    position: absolute;
    inset-block-start: 100%;
    inset-inline: 0;
    display: grid;
    justify-items: center;
    gap: 8px;
    padding: 12px;
    pointer-events: none;
  }

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

  .news {
    inline-size: min(420px, 100%);
  }

  .news > .icon {
    color: var(--visio-color-accent-text);
  }

  .from {
    display: flex;
    align-items: baseline;
    gap: 8px;
    font-size: var(--visio-text-s);
  }

  .from bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 650;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .count {
    flex: none;
    color: var(--visio-color-text-quiet);
  }

  .start {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  @keyframes appear {
    from {
      opacity: 0;
      translate: 0 -8px;
    }
  }

  @container (width < 480px) {
    .sharing {
      justify-content: space-between;
      padding-inline-start: 12px;
    }

    .toasts {
      padding: 8px;
    }

    .toast {
      gap: 8px;
      padding-inline-start: 12px;
      font-size: var(--visio-text-s);
    }

    .toast:has(.plain, .primary) {
      flex-wrap: wrap;
    }

    .toast:has(.plain, .primary) .actions {
      flex-basis: 100%;
      justify-content: flex-end;
    }
  }
`;
