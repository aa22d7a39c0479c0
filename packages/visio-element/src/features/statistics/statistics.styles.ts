import { css } from 'lit';

export const statisticsStyles = css`
  :host {
    display: grid;
    gap: 16px;
    min-inline-size: 0;
    padding: 16px 20px 20px;
  }

  @media (max-width: 400px) {
    :host {
      padding-inline: 14px;
    }
  }

  .waiting {
    display: flex;
    align-items: center;
    gap: 10px;
    color: var(--visio-color-text-quiet);
  }

  section,
  .actions {
    display: grid;
    gap: 8px;
  }

  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(112px, 1fr));
    gap: 8px;
    margin: 0;
  }

  .figure {
    padding: 10px 12px;
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-sunken);
  }

  dt,
  .loss,
  .path {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
    font-weight: 600;
  }

  .loss {
    font-weight: 400;
  }

  h3 {
    margin: 0 0 -8px;
    font: inherit;
    font-weight: 600;
  }

  .scroller {
    overflow-x: auto;
    border: 1px solid var(--visio-color-line);
    border-radius: calc(var(--visio-radius) - 2px);
  }

  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: var(--visio-text-s);
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    padding: 8px 12px;
    text-align: start;
    vertical-align: top;
    white-space: nowrap;
  }

  tr:not(:last-child) > *,
  thead th {
    border-block-end: 1px solid var(--visio-color-line);
  }

  thead th {
    color: var(--visio-color-text-quiet);
    font-weight: 600;
  }

  tbody th {
    font-weight: 600;
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
    color: var(--visio-color-text-quiet);
    font-weight: 400;
  }

  .limit {
    color: var(--visio-color-warning-text);
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
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }
`;
