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
    gap: 6px var(--_space-3);
    padding: 6px var(--_space-3);
    background: var(--_sharing-background);
    color: var(--_sharing-color);
    color-scheme: dark;
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
    line-height: 1.3;
  }

  p {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-inline-size: 0;
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
    gap: 2px var(--_space-3);
    min-inline-size: 0;
  }

  .sound {
    gap: var(--_space-1);
    font-weight: 400;
  }

  fieldset {
    display: flex;
    min-inline-size: 0;
    margin: 0;
    padding: 2px;
    border: 1px solid rgb(255 255 255 / 0.35);
    border-radius: var(--_radius-m);
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
    padding: 5px var(--_space-3);
    border: 1px solid transparent;
    border-radius: var(--_radius-s);
    font-weight: 400;
    line-height: 1.4;
  }

  label:hover span {
    background: rgb(255 255 255 / 0.12);
  }

  input:checked + span {
    background: var(--_sharing-color);
    color: var(--_sharing-background);
    font-weight: var(--_weight-strong);
  }

  input:focus-visible + span {
    outline: 2px solid var(--_sharing-color);
    outline-offset: 2px;
  }

  fieldset[aria-busy='true'] {
    opacity: 0.7;
  }

  .button {
    min-block-size: 36px;
    padding: var(--_space-1) var(--_space-3);
    background: rgb(255 255 255 / 0.16);
    color: inherit;
    font-size: inherit;
  }

  .button:hover {
    background: rgb(255 255 255 / 0.26);
  }

  .button:focus-visible {
    outline-color: var(--_sharing-color);
  }

  .stop {
    background: var(--_color-danger);
    color: var(--_color-on-danger);
  }

  .stop:hover {
    background: var(--_color-danger-hover);
  }

  .warning {
    display: flex;
    flex: 0 0 100%;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: var(--_space-1) var(--_space-3);
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
      gap: var(--_space-1) var(--_space-2);
      padding: var(--_space-1) var(--_space-2);
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
      padding-inline: var(--_space-2);
    }

    .stop {
      padding-inline: var(--_space-2);
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
