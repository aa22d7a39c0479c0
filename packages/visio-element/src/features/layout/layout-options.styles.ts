import { css } from 'lit';

export const layoutOptionsStyles = css`
  label .icon {
    color: var(--_color-text-quiet);
  }

  label:has(:checked) .icon {
    color: var(--_color-accent-text);
  }

  small {
    display: block;
    color: var(--_color-text-quiet);
    font-size: var(--_text-s);
  }
`;
