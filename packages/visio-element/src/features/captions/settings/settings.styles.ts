import { css } from 'lit';

export const captionsSettingsStyles = css`
  .stand {
    display: flex;
    align-items: flex-end;
    justify-content: center;
    min-block-size: 104px;
    padding: 12px;
    border-radius: var(--visio-radius);
    /* A picture with light and dark in it, as the stage may have. */
    background: linear-gradient(115deg, var(--visio-color-accent), var(--visio-color-line-strong) 55%, var(--visio-color-on-accent));
  }

  .look {
    max-inline-size: 100%;
    padding: 8px 16px;
    border-radius: var(--visio-radius);
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
    border: 1px solid var(--visio-color-line-strong);
    border-radius: 6px;
    font-size: var(--visio-text-s);
    font-weight: 700;
    text-align: center;
  }

  .form .row > .swatch {
    flex: none;
  }
`;
