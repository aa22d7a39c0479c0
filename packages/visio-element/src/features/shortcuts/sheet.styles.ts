import { css } from 'lit';

export const sheetStyles = css`
  :host {
    display: block;
  }

  .sheet {
    display: grid;
    gap: 16px;
    padding: 16px 20px 20px;
  }

  .intro {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  h3 {
    margin: 0 0 4px;
    font-size: inherit;
    font-weight: 650;
  }

  dl,
  dd {
    margin: 0;
  }

  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 4px 16px;
    min-block-size: 40px;
    padding-block: 4px;
    border-block-end: 1px solid var(--visio-color-line);
  }

  .row:last-child {
    border: 0;
  }

  dt {
    flex: 1 1 160px;
  }

  .chord {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    white-space: nowrap;
  }

  kbd {
    position: relative;
    display: inline-block;
    min-inline-size: 28px;
    padding: 2px 7px;
    border: 1px solid var(--visio-color-line-strong);
    border-block-end-width: 2px;
    border-radius: 6px;
    background: var(--visio-color-field);
    font: 600 var(--visio-text-s) / 1.5 var(--visio-font);
    text-align: center;
  }

  .plus,
  .or {
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }
`;
