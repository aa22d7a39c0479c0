import { css } from 'lit';

export const sharingStyles = css`
  :host {
    display: block;
    container-type: inline-size;
  }

  .sharing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 6px 12px;
    padding: 6px 12px;
    background: oklch(from var(--visio-accent) 0.36 min(c, 0.1) h);
    color: #fff;
    font-size: var(--visio-text-s);
    font-weight: 600;
    line-height: 1.3;
  }

  p {
    display: flex;
    align-items: center;
    gap: 8px;
    min-inline-size: 0;
  }

  .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  video {
    inline-size: auto;
    block-size: 40px;
    min-inline-size: 40px;
    max-inline-size: 96px;
    border: 1px solid rgb(255 255 255 / 0.4);
    border-radius: 4px;
    background: #0a0b0e;
    object-fit: contain;
  }

  .words {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 12px;
    min-inline-size: 0;
  }

  .sound {
    gap: 4px;
    font-weight: 400;
  }

  fieldset {
    display: flex;
    min-inline-size: 0;
    margin: 0;
    padding: 2px;
    border: 1px solid rgb(255 255 255 / 0.35);
    border-radius: 10px;
  }

  label {
    position: relative;
    display: grid;
    cursor: pointer;
  }

  input {
    position: absolute;
    inset: 0;
    margin: 0;
    opacity: 0;
    cursor: inherit;
  }

  label span {
    padding: 5px 12px;
    border: 1px solid transparent;
    border-radius: 7px;
    font-weight: 400;
    line-height: 1.4;
  }

  label:hover span {
    background: rgb(255 255 255 / 0.12);
  }

  input:checked + span {
    background: #fff;
    color: #16181d;
    font-weight: 600;
  }

  input:focus-visible + span {
    outline: 2px solid #fff;
    outline-offset: 2px;
  }

  fieldset[aria-busy='true'] {
    opacity: 0.7;
  }

  .button {
    min-block-size: 36px;
    padding: 4px 12px;
    background: rgb(255 255 255 / 0.16);
    color: #fff;
    font-size: inherit;
  }

  .button:hover {
    background: rgb(255 255 255 / 0.26);
  }

  .button:focus-visible {
    outline-color: #fff;
  }

  .stop {
    background: var(--visio-color-danger);
  }

  .stop:hover {
    background: var(--visio-color-danger-hover);
  }

  .warning {
    display: flex;
    flex: 0 0 100%;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 4px 12px;
  }

  .warning:empty,
  .warning:not(:has(p)) {
    display: none;
  }

  .warning p {
    max-inline-size: 76ch;
    font-weight: 400;
    text-wrap: balance;
  }

  .warning .icon {
    flex: none;
    color: #ffc766;
  }

  @container (width < 640px) {
    .sharing {
      justify-content: space-between;
    }

    .words {
      flex: 1;
    }

    .warning {
      justify-content: space-between;
    }

    .warning p {
      flex: 1 1 200px;
    }
  }

  @container (width < 400px) {
    .sharing {
      gap: 4px 8px;
      padding: 4px 8px;
    }

    video {
      display: none;
    }

    /* One row, so that people keep their place: "Stop sharing" says what is the case. */
    .words {
      flex: none;
      flex-wrap: nowrap;
    }

    .words span {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }

    label span {
      padding-inline: 8px;
    }

    .stop {
      padding-inline: 8px;
    }

    .warning p {
      flex-basis: 100%;
    }
  }

  @media (forced-colors: active) {
    input:checked + span {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
