import { css } from 'lit';
import { selectStyles } from '../../ui/select/select.styles.js';

/** A list to choose from: the same in the dialog and on its pages. */
const choiceStyles = [
  selectStyles,
  css`
    .select,
    .select > * {
      min-inline-size: 0;
    }

    select {
      inline-size: 100%;
      border: 1px solid var(--visio-color-line-strong);
      border-radius: calc(var(--visio-radius) - 2px);
      background: var(--visio-color-field);
      text-overflow: ellipsis;
    }

    .select select:disabled {
      border-color: var(--visio-color-line);
      color: var(--visio-color-text-quiet);
      cursor: default;
    }
  `,
];

export const settingsStyles = [
  choiceStyles,
  css`
    :host {
      display: block;
      block-size: 100%;
      container-type: inline-size;
    }

    .settings {
      display: grid;
      grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
      block-size: 100%;
    }

    .choice {
      padding: 12px 16px;
      border-block-end: 1px solid var(--visio-color-line);
    }

    .select {
      font-weight: 600;
    }

    .tabs {
      display: none;
    }

    .page {
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }

    @container (min-width: 600px) {
      .settings {
        grid-template: minmax(0, 1fr) / 208px minmax(0, 1fr);
      }

      .choice {
        display: none;
      }

      .tabs {
        display: flex;
        flex-direction: column;
        gap: 2px;
        padding: 12px;
        border-inline-end: 1px solid var(--visio-color-line);
        background: var(--visio-color-sunken);
        overflow: auto;
      }
    }

    [role='tab'] {
      display: flex;
      align-items: center;
      gap: 10px;
      flex: none;
      min-block-size: 40px;
      padding: 6px 12px;
      border: 1px solid transparent;
      border-radius: calc(var(--visio-radius) - 4px);
      background: none;
      cursor: pointer;
      line-height: 1.25;
      text-align: start;
    }

    [role='tab']:hover {
      background: var(--visio-color-control);
    }

    [role='tab'][aria-selected='true'] {
      background: var(--visio-color-control-hover);
      font-weight: 600;
    }

    [role='tab'] .icon {
      color: var(--visio-color-text-quiet);
    }

    [aria-selected='true'] .icon {
      color: var(--visio-color-accent-text);
    }

    @media (forced-colors: active) {
      [aria-selected='true'] {
        border-color: Highlight;
      }
    }
  `,
];

/** What the pages of sound and video have besides the look of all forms. */
export const settingsPageStyles = [
  choiceStyles,
  css`
    :host {
      container-type: inline-size;
    }

    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 10px;
      min-inline-size: 0;
    }

    h3 {
      margin: 0;
      font-size: inherit;
      font-weight: 650;
    }

    .field {
      display: grid;
      gap: 6px;
      font-weight: 600;
    }

    .field select {
      font-weight: 400;
    }

    .form .row {
      margin-inline: -8px;
    }

    .form .hint {
      display: block;
      padding-inline: 0;
    }

    .problem {
      color: var(--visio-color-danger-text);
      font-size: var(--visio-text-s);
    }

    .problem:empty {
      display: none;
    }
  `,
];
