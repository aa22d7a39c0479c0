import { css } from 'lit';

export const markedStyles = css`
  mark {
    border-radius: 3px;
    background: var(--_color-accent);
    color: var(--_color-on-accent);
  }

  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
      forced-color-adjust: none;
    }
  }
`;
