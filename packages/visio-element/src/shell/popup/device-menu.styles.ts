import { css } from 'lit';

export const deviceMenuStyles = css`
  :host {
    display: block;
    inline-size: min(304px, calc(100cqi - 34px));
  }

  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  fieldset + fieldset {
    margin-block-start: var(--_space-2);
    padding-block-start: var(--_space-2);
    border-block-start: 1px solid var(--_color-line);
  }

  legend {
    float: inline-start;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    inline-size: 100%;
    padding: 6px var(--_space-2);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
  }

  label {
    clear: both;
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    padding: var(--_space-2);
    border-radius: var(--_radius-m);
    cursor: pointer;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  label:hover {
    background: var(--_color-control);
  }

  label:has(:focus-visible) {
    outline: 2px solid var(--_color-focus);
    outline-offset: -2px;
  }

  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    accent-color: var(--_color-accent-text);
    outline: none;
  }
`;
