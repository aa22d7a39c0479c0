import { css } from 'lit';

export const callStyles = css`
  :host {
    display: block;
    block-size: 100%;
    container-type: inline-size;
    /* People are seen best in a dark room, whatever the page around it. */
    /* 'default' is no scheme, and so what is around it stays in force. 'inherit' would be the page's value of the property. */
    color-scheme: var(--visio-call-scheme, dark);
  }

  .call {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    grid-template-columns: minmax(0, 1fr);
    block-size: 100%;
    background: var(--_stage-background);
    color: var(--_color-text);
    outline: none;
  }

  .main {
    position: relative;
    display: flex;
    min-block-size: 0;
    /* A panel comes in from the side. */
    overflow-x: clip;
  }

  .stage {
    position: relative;
    flex: 1;
    min-inline-size: 0;
  }

  visio-shortcuts {
    display: none;
  }

  visio-stage {
    block-size: 100%;
  }

  @container (width < 720px) {
    /* Covered: neither seen nor reached by Tab. */
    .with-panel .stage {
      visibility: hidden;
    }
  }

  /* As on a screen that is zoomed into four times: a panel needs all of the height. It is 0 to Chromium where it is 'auto'. */
  @container visio-meeting (width < 720px) and (0px < height < 280px) {
    .with-panel ~ visio-bar {
      display: none;
    }
  }
`;
