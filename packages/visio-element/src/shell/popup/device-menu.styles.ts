import { css } from 'lit';

export const deviceMenuStyles = css`
  :host {
    display: block;
    inline-size: min(304px, calc(100vw - 34px));
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset + fieldset {
    margin-block-start: 8px;
    padding-block-start: 8px;
    border-block-start: 1px solid var(--visio-color-line);
  }

  legend {
    float: inline-start;
    display: flex;
    align-items: center;
    gap: 8px;
    inline-size: 100%;
    padding: 6px 8px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    font-weight: 600;
  }

  legend .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  label {
    clear: both;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    padding: 8px;
    border-radius: 8px;
    cursor: pointer;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  label:hover {
    background: var(--visio-color-control);
  }

  label:has(:focus-visible) {
    outline: 2px solid var(--visio-color-focus);
    outline-offset: -2px;
  }

  input[type='radio'] {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--visio-color-accent-text);
    outline: none;
  }
`;
