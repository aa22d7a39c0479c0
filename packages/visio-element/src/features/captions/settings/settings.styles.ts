import { css } from 'lit';

export const captionsSettingsStyles = css`
  .stand {
    display: flex;
    align-items: flex-end;
    justify-content: center;
    min-block-size: 104px;
    padding: var(--_space-3);
    border-radius: var(--_radius);
    /* A picture with light and dark in it, as the stage may have. */
    background: linear-gradient(115deg, var(--_color-accent), var(--_color-line-strong) 55%, var(--_color-on-accent));
  }

  .look {
    max-inline-size: 100%;
    padding: var(--_space-2) var(--_space-4);
    border-radius: var(--_radius);
    overflow-wrap: anywhere;
  }

  .name {
    display: block;
    font-size: 0.8125em;
    font-weight: 700;
  }

  .swatch {
    flex: none;
    inline-size: 44px;
    padding: 2px 0;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-s);
    font-size: var(--_text-s);
    font-weight: 700;
    text-align: center;
  }

  .form .row > .swatch {
    flex: none;
  }
`;
