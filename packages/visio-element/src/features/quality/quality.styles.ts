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

  input {
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 2px;
  }

  .bytes {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
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
