import { css } from 'lit';

export const callStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: inline-size;
    /* People are seen best in a dark room, whatever the page around it. */
    color-scheme: var(--visio-call-scheme, dark);
  }

  .call {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    block-size: 100%;
    background: var(--visio-color-sunken);
    color: var(--visio-color-text);
    outline: none;
  }

  .main {
    position: relative;
    display: flex;
    min-block-size: 0;
    /* A panel comes in from the side. */
    overflow-x: clip;
  }

  visio-stage {
    flex: 1;
    min-inline-size: 0;
  }

  .panel {
    display: flex;
    flex-direction: column;
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

  .panel header {
    display: flex;
    align-items: center;
    gap: 8px;
    flex: none;
    padding: 4px 4px 4px 16px;
    border-block-end: 1px solid var(--visio-color-line);
  }

  .panel h2 {
    flex: 1;
    font-size: var(--visio-text-m);
    font-weight: 650;
  }

  .panel header .button {
    background: none;
  }

  .panel header .button:hover {
    background: var(--visio-color-control);
  }

  .content {
    flex: 1;
    min-block-size: 0;
  }

  .wait {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    block-size: 100%;
    padding: 24px;
    color: var(--visio-color-text-quiet);
    text-align: center;
  }

  @keyframes come {
    from {
      opacity: 0;
      translate: 12px 0;
    }
  }

  @container (width < 720px) {
    .panel {
      position: absolute;
      inset: 0;
      z-index: 2;
      inline-size: auto;
      margin: 0;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    /* Covered: neither seen nor reached by Tab. */
    .with-panel visio-stage {
      visibility: hidden;
    }
  }
`;
