import { css } from 'lit';

export const signInFrameStyles = css`
  /* Once it is there, the Visio's own button stands for ours. */
  .button:has(+ .note .ready) {
    display: none;
  }

  .visio {
    inline-size: 10rem;
    max-inline-size: 100%;
    block-size: 48px;
  }

  .visio:not(.ready) {
    visibility: hidden;
  }

  iframe {
    inline-size: 100%;
    block-size: 100%;
    border: 0;
    /* A frame of another scheme than its page would get a ground of its own. */
    color-scheme: light;
  }
`;
