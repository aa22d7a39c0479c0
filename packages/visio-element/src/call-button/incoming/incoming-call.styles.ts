import { css } from 'lit';

export const incomingStyles = css`
  /* Stronger than what a page says of popovers, or of everything. */
  :host {
    position: fixed !important;
    inset: 16px 16px auto auto !important;
    z-index: 2147483001 !important;
    display: block !important;
    box-sizing: border-box !important;
    inline-size: min(var(--_font-size) * 24, 100% - 32px) !important;
    block-size: auto !important;
    max-inline-size: none !important;
    max-block-size: calc(100% - 32px) !important;
    margin: 0 !important;
    padding: 0 !important;
    border: 1px solid var(--_color-line-strong) !important;
    border-radius: var(--_radius-xl) !important;
    overflow: auto !important;
    background: var(--_color-raised) !important;
    box-shadow: var(--_shadow) !important;
    transition: none !important;
    writing-mode: horizontal-tb !important;
  }

  /* What the page says of everything's type and writing ends here. */
  .alert {
    all: initial;
    display: grid;
    color: var(--_color-text);
    color-scheme: inherit;
    font: 400 var(--_text-m) / 1.45 var(--_font);
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: var(--_space-3);
    padding: var(--_space-4);
  }

  .alert:focus-visible {
    outline: 2px solid var(--_color-focus);
    border-radius: inherit;
    outline-offset: -2px;
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 48px;
    block-size: 48px;
    border-radius: 50%;
    background: var(--_color-accent);
    color: var(--_color-on-accent);
    animation: call 1.3s ease-out infinite;
  }

  @keyframes call {
    from {
      box-shadow: 0 0 0 0 var(--_color-accent);
    }

    to {
      box-shadow: 0 0 0 14px transparent;
    }
  }

  .who {
    min-inline-size: 0;
  }

  h2 {
    overflow-wrap: anywhere;
    font-size: var(--_text-l);
    font-weight: var(--_weight-title);
    line-height: 1.25;
  }

  p {
    color: var(--_color-text-quiet);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    grid-column: 1 / -1;
  }

  .actions .button {
    flex: 1 1 auto;
  }

  .answer {
    background: #17733f;
    color: #fff;
  }

  .answer:hover {
    background: #11602f;
  }

  :host([theme='high-contrast']) .answer {
    background: #0b5a2e;
  }

  @media (prefers-contrast: more) {
    .answer {
      background: #0b5a2e;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .mark {
      animation: none;
    }
  }
`;
