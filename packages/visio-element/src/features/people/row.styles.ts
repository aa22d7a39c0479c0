import { css } from 'lit';

/** One look for everybody in the list: those in the room, those who wait and those who are expected. */
export const rowStyles = css`
  .person {
    display: flex;
    align-items: center;
    gap: 10px;
    block-size: 100%;
    padding-inline: var(--_space-4) var(--_space-2);
  }

  .avatar {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 36px;
    aspect-ratio: 1;
    border-radius: 50%;
    background: oklch(0.44 0.105 var(--hue, 260));
    color: #fff;
    font-size: 13px;
    font-weight: var(--_weight-strong);
    line-height: 1;
    letter-spacing: 0.02em;
  }

  .who {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }

  .name,
  .state {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 500;
  }

  .quiet,
  .state {
    color: var(--_color-text-quiet);
    font-weight: 400;
  }

  .state {
    font-size: var(--_text-xs);
  }

  @media (forced-colors: active) {
    .avatar {
      border: 1px solid CanvasText;
    }
  }
`;
