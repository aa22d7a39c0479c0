import { css } from 'lit';

export const qualityStyles = css`
  :host {
    display: grid;
    gap: 12px;
  }

  .own {
    display: flex;
    align-items: center;
    gap: 10px;
    font-weight: 600;
  }

  .own .icon {
    stroke-width: 2.75;
    color: var(--visio-color-text-quiet);
  }

  .excellent .icon,
  .good .icon {
    color: var(--visio-color-success-text);
  }

  .poor .icon {
    color: var(--visio-color-warning-text);
  }

  .lost .icon {
    color: var(--visio-color-danger-text);
  }

  fieldset {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    border: 0;
  }

  legend {
    margin-block-end: 8px;
    padding: 0;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    font-weight: 600;
  }

  .choice {
    display: flex;
    gap: 12px;
    padding: 10px 12px;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) - 2px);
    cursor: pointer;
    transition: border-color var(--visio-duration);
  }

  .choice:hover {
    border-color: var(--visio-color-line-strong);
  }

  .choice:has(:checked) {
    border-color: var(--visio-color-accent-text);
    box-shadow: inset 0 0 0 1px var(--visio-color-accent-text);
  }

  .choice:has(:focus-visible) {
    outline: 2px solid var(--visio-color-focus);
    outline-offset: 2px;
  }

  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 2px;
    outline: none;
    accent-color: var(--visio-color-accent-text);
  }

  .words {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .name {
    font-weight: 600;
  }

  .hint,
  .bytes {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .bytes {
    font-variant-numeric: tabular-nums;
  }

  .error {
    color: var(--visio-color-danger-text);
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 12px;
    padding: 10px 12px;
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-sunken);
    font-size: var(--visio-text-s);
  }

  .offer p {
    flex: 1 1 180px;
  }

  [role='status'] {
    display: contents;
  }
`;
