import { css } from 'lit';

export const liveLinesStyles = css`
  .live {
    display: flex;
    flex: none;
    flex-direction: column;
    gap: 8px;
    max-block-size: min(40%, 12em);
    margin: 0;
    padding: 8px 12px;
    overflow-y: auto;
    list-style: none;
    overflow-wrap: anywhere;
  }

  .writer {
    display: block;
    font-size: var(--_text-s);
    font-weight: 600;
  }

  .line {
    display: flex;
    flex-direction: column;
    /* Of a long line the end is seen: there it grows. */
    justify-content: flex-end;
    max-block-size: calc(4 * 1.4em);
    border-inline-start: 3px solid var(--_color-accent-text);
    padding-inline-start: 8px;
    overflow: hidden;
    line-height: 1.4;
    white-space: pre-wrap;
  }
`;
