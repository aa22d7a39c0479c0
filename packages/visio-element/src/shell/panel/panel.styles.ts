import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: block;
    flex: none;
    inline-size: clamp(320px, 28cqi, 360px);
    margin-block-start: 8px;
    margin-inline-end: 8px;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) + 2px);
    background: var(--visio-color-surface);
    overflow: hidden;
    animation: come var(--visio-duration) ease-out;
  }

  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    outline: none;
  }

  header {
    padding: 4px 4px 4px 16px;
  }

  h2 {
    font-size: var(--visio-text-m);
  }

  .content {
    flex: 1;
    min-block-size: 0;
  }

  @keyframes come {
    from {
      opacity: 0;
      translate: 12px 0;
    }
  }

  @container (width < 720px) {
    :host {
      position: absolute;
      inset: 0;
      z-index: 2;
      inline-size: auto;
      margin: 0;
      border-width: 0 0 1px;
      border-radius: 0;
    }
  }
`;
