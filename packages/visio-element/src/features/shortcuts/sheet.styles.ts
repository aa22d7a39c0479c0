import { css } from 'lit';

export const sheetStyles = css`
  :host {
    display: block;
  }

  .sheet {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4) var(--_space-5) var(--_space-5);
  }

  .intro {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  h3 {
    margin: 0 0 var(--_space-1);
    font-size: inherit;
    font-weight: var(--_weight-title);
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
    gap: var(--_space-1) var(--_space-4);
    min-block-size: 40px;
    padding-block: var(--_space-1);
    border-block-end: 1px solid var(--_color-line);
  }

  .row:last-child {
    border: 0;
  }

  dt {
    flex: 1 1 100px;
  }

  .chord {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    white-space: nowrap;
  }

  kbd {
    position: relative;
    display: inline-block;
    min-inline-size: 28px;
    padding: 2px 7px;
    border: 1px solid var(--_color-line-strong);
    border-block-end-width: 2px;
    border-radius: var(--_radius-s);
    background: var(--_color-field);
    font: var(--_weight-strong) var(--_text-s) / 1.5 var(--_font);
    text-align: center;
  }

  .or {
    margin-inline: var(--_space-1);
  }

  .plus,
  .or {
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }
`;
