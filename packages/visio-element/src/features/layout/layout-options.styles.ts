import { css } from 'lit';

export const layoutOptionsStyles = css`
  label .icon {
    color: var(--visio-color-text-quiet);
  }

  label:has(:checked) .icon {
    color: var(--visio-color-accent-text);
  }

  small {
    display: block;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
  }
`;
