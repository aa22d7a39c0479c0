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
      border: 1px solid var(--_color-line-strong);
      border-radius: var(--_field-radius);
      background: var(--_color-field);
      text-overflow: ellipsis;
    }

    .select select:disabled {
      border-color: var(--_color-line);
      color: var(--_color-text-quiet);
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
      padding: var(--_space-3) var(--_space-4);
      border-block-end: 1px solid var(--_color-line);
    }

    .select {
      font-weight: var(--_weight-strong);
    }

    .tabs {
      display: none;
    }

    .page {
      min-block-size: 0;
      overflow: auto;
      overscroll-behavior: contain;
    }

    /* Tabs beside the page, where both have room for text as large as the reader has it. */
    @container (min-width: 600px) and (min-width: 37.5rem) {
      .settings {
        grid-template: minmax(0, 1fr) / calc(var(--_font-size) * 13) minmax(0, 1fr);
      }

      .choice {
        display: none;
      }

      .tabs {
        display: flex;
        flex-direction: column;
        gap: 2px;
        padding: var(--_space-3);
        border-inline-end: 1px solid var(--_color-line);
        background: var(--_color-sunken);
        overflow: auto;
      }
    }

    [role='tab'] {
      display: flex;
      align-items: center;
      gap: 10px;
      flex: none;
      min-block-size: 40px;
      padding: 6px var(--_space-3);
      border: 1px solid transparent;
      border-radius: var(--_radius-m);
      background: none;
      cursor: pointer;
      line-height: 1.25;
      text-align: start;
    }

    [role='tab']:hover {
      background: var(--_color-control);
    }

    [role='tab'][aria-selected='true'] {
      background: var(--_color-control-hover);
      font-weight: var(--_weight-strong);
    }

    [role='tab'] .icon {
      color: var(--_color-text-quiet);
    }

    [aria-selected='true'] .icon {
      color: var(--_color-accent-text);
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
      font-weight: var(--_weight-title);
    }

    .field {
      display: grid;
      gap: 6px;
      font-weight: var(--_weight-strong);
    }

    .field select {
      font-weight: 400;
    }

    .form .row {
      margin-inline: calc(-1 * var(--_space-2));
    }

    .form .hint {
      display: block;
      padding-inline: 0;
    }

    .problem {
      color: var(--_color-danger-text);
      font-size: var(--_text-s);
    }

    .problem:empty {
      display: none;
    }
  `,
];
