import { css } from 'lit';

/** One look for pages of choices: groups with a heading, and rows with a switch or a radio button. */
export const formStyles = css`
  :host {
    display: block;
  }

  .form {
    display: grid;
    gap: var(--_space-5);
    padding: var(--_space-5);
  }

  .form fieldset {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .form legend {
    padding: 0 0 6px;
    font-weight: var(--_weight-title);
  }

  .form .row {
    display: flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 44px;
    padding: 6px var(--_space-2);
    border-radius: var(--_radius-m);
    cursor: pointer;
  }

  .form .row:hover {
    background: var(--_color-control);
  }

  .form .row > span {
    flex: 1;
    min-inline-size: 0;
  }

  .form .hint {
    padding-inline: var(--_space-2);
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  .form input {
    flex: none;
    margin: 0;
    accent-color: var(--_color-accent-line);
  }

  .form input[type='radio'] {
    inline-size: 20px;
    block-size: 20px;
  }

  .form .switch {
    appearance: none;
    position: relative;
    inline-size: 40px;
    block-size: 24px;
    border: 2px solid var(--_color-line-strong);
    border-radius: 12px;
    background: var(--_color-field);
    cursor: pointer;
    transition: background-color var(--_time);
  }

  .form .switch::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--_color-line-strong);
    transition: translate var(--_time);
  }

  .form .switch:checked {
    border-color: var(--_color-accent-line);
    background: var(--_color-accent);
  }

  .form .switch:checked::before {
    background: var(--_color-on-accent);
    translate: 16px 0;
  }

  .form .switch:dir(rtl):checked::before {
    translate: -16px 0;
  }

  @media (forced-colors: active) {
    .form .switch {
      border-color: ButtonBorder;
    }

    .form .switch:checked {
      border-color: Highlight;
      background: Highlight;
      forced-color-adjust: none;
    }

    .form .switch::before {
      background: ButtonText;
    }

    .form .switch:checked::before {
      background: HighlightText;
    }
  }
`;
