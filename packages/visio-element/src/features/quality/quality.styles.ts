import { css } from 'lit';

export const qualityStyles = css`
  :host {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-5);
  }

  .own {
    display: flex;
    align-items: center;
    gap: 10px;
    font-weight: var(--_weight-strong);
  }

  .own .icon {
    color: var(--_color-text-quiet);
  }

  .excellent .icon,
  .good .icon {
    color: var(--_color-success-text);
  }

  .poor .icon {
    color: var(--_color-warning-text);
  }

  .lost .icon {
    color: var(--_color-danger-text);
  }

  input {
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 2px;
  }

  .bytes {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  .error {
    color: var(--_color-danger-text);
  }

  .offer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-3);
    padding: 10px var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_color-sunken);
    font-size: var(--_text-s);
  }

  .offer p {
    flex: 1 1 180px;
  }

  [role='status'] {
    display: contents;
  }
`;
