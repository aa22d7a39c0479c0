import { css } from 'lit';

/** One look for pages of choices: groups with a heading, and rows with a switch or a radio button. */
export const formStyles = css`
  :host {
    display: block;
  }

  .form {
    display: grid;
    gap: 20px;
    padding: 20px;
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
    font-weight: 650;
  }

  .form .row {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    padding: 6px 8px;
    border-radius: calc(var(--visio-radius) - 4px);
    cursor: pointer;
  }

  .form .row:hover {
    background: var(--visio-color-control);
  }

  .form .row > span {
    flex: 1;
    min-inline-size: 0;
  }

  .form .hint {
    padding-inline: 8px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }

  .form input {
    flex: none;
    margin: 0;
    accent-color: var(--visio-color-accent);
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
    border: 2px solid var(--visio-color-line-strong);
    border-radius: 12px;
    background: var(--visio-color-field);
    cursor: pointer;
    transition: background-color var(--visio-duration);
  }

  .form .switch::before {
    content: '';
    position: absolute;
    inset-block-start: 3px;
    inset-inline-start: 3px;
    inline-size: 14px;
    block-size: 14px;
    border-radius: 50%;
    background: var(--visio-color-line-strong);
    transition: translate var(--visio-duration);
  }

  .form .switch:checked {
    border-color: var(--visio-color-accent);
    background: var(--visio-color-accent);
  }

  .form .switch:checked::before {
    background: var(--visio-color-on-accent);
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
