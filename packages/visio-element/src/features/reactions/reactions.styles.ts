import { css } from 'lit';

export const reactionsStyles = css`
  :host {
    display: block;
    inline-size: min(256px, calc(100cqi - 34px));
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: var(--_space-1);
  }

  .emoji {
    min-block-size: 56px;
    min-inline-size: 44px;
    padding: 0;
    background: none;
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
    font-size: 28px;
    line-height: 1;
  }

  .emoji:hover {
    background: var(--_color-control);
  }

  .emoji span {
    transition: scale var(--_time);
  }

  .emoji:hover span {
    scale: 1.15;
  }

  .emoji:active span {
    scale: 0.85;
  }

  .failure {
    margin: 0;
    padding-inline: var(--_space-2);
    color: var(--_color-danger-text);
    font-size: var(--_text-s);
  }

  .failure:not(:empty) {
    padding-block: var(--_space-1);
  }

  label {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 44px;
    margin-block-start: var(--_space-2);
    padding: var(--_space-2);
    border-block-start: 1px solid var(--_color-line);
    cursor: pointer;
    line-height: 1.3;
  }

  small {
    display: block;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }

  input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_color-accent-text);
  }
`;
