import { css } from 'lit';

export const panelStyles = css`
  :host {
    display: block;
    flex: none;
    inline-size: var(--_panel-inline-size);
    margin-block-start: var(--_space-2);
    margin-inline-end: var(--_space-2);
    border: 1px solid var(--_color-line);
    border-radius: var(--_panel-radius);
    background: var(--_panel-background);
    overflow: hidden;
    animation: come var(--_time) ease-out;
  }

  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    outline: none;
  }

  header {
    padding-block: var(--_space-1);
    padding-inline: var(--_space-4) var(--_space-1);
  }

  h2 {
    font-size: var(--_text-m);
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
