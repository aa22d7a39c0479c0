import { css } from 'lit';

export const statisticsStyles = css`
  :host {
    display: grid;
    gap: var(--_space-4);
    min-inline-size: 0;
    padding: var(--_space-4) var(--_space-5) var(--_space-5);
  }

  visio-quality {
    padding: 0;
  }

  .waiting {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--_color-text-quiet);
  }

  section,
  .actions {
    display: grid;
    gap: var(--_space-2);
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
    gap: var(--_space-2);
    margin: 0;
  }

  .figure {
    padding: 10px var(--_space-3);
    border-radius: var(--_radius-m);
    background: var(--_color-sunken);
  }

  dt,
  .loss,
  .path {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    font-weight: var(--_weight-strong);
  }

  .loss {
    font-weight: 400;
  }

  h3 {
    margin: 0 0 calc(-1 * var(--_space-2));
    font: inherit;
    font-weight: var(--_weight-strong);
  }

  .scroller {
    overflow-x: auto;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: var(--_space-2) var(--_space-3);
    text-align: start;
    vertical-align: top;
    white-space: nowrap;
  }

  tr:not(:last-child) > *,
  thead th {
    border-block-end: 1px solid var(--_color-line);
  }

  thead th {
    color: var(--_color-text-quiet);
    font-weight: var(--_weight-strong);
  }

  tbody th {
    font-weight: var(--_weight-strong);
  }

  bdi {
    display: block;
    max-inline-size: 180px;
    overflow: hidden;
    text-overflow: ellipsis;
  }

  .source,
  .limit {
    display: block;
    color: var(--_color-text-quiet);
    font-weight: 400;
  }

  .limit {
    color: var(--_color-warning-text);
  }

  .number {
    text-align: end;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }

  .copied {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }
`;
