import { css } from 'lit';

export const displayStyles = css`
  :host {
    display: block;
    position: absolute;
    inset: 0;
    container-type: size;
    pointer-events: none;
  }

  .reaction {
    position: absolute;
    inset-block-end: 8px;
    inset-inline-start: calc(4% + var(--lane) * min(13%, 104px));
    display: grid;
    justify-items: center;
    gap: var(--_space-1);
    max-inline-size: 132px;
    animation: rise 3s cubic-bezier(0.2, 0.6, 0.4, 1) both;
  }

  .lane-0 {
    --lane: 0;
    --sway: 10px;
  }

  .lane-1 {
    --lane: 3;
    --sway: -14px;
  }

  .lane-2 {
    --lane: 1;
    --sway: 16px;
  }

  .lane-3 {
    --lane: 4;
    --sway: -8px;
  }

  .lane-4 {
    --lane: 2;
    --sway: 12px;
  }

  .lane-5 {
    --lane: 5;
    --sway: -12px;
  }

  @container (width < 480px) {
    .reaction {
      max-inline-size: 92px;
    }
  }

  .glyph {
    font-family: 'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji', sans-serif;
    font-size: clamp(28px, 9cqmin, 48px);
    line-height: 1.15;
    filter: drop-shadow(0 2px 6px rgb(0 0 0 / 0.35));
  }

  .name {
    display: -webkit-box;
    max-inline-size: 100%;
    padding: 1px var(--_space-2);
    border-radius: var(--_radius-m);
    overflow: hidden;
    overflow-wrap: anywhere;
    background: var(--_color-shade);
    color: var(--_color-on-shade);
    font-size: var(--_text-s);
    text-align: center;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px) scale(0.4);
    }

    12% {
      opacity: 1;
      transform: translateY(0) scale(1);
    }

    75% {
      opacity: 1;
    }

    to {
      opacity: 0;
      transform: translate(var(--sway), -62cqh) scale(0.95);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .reactions {
      position: absolute;
      inset-block-end: 8px;
      inset-inline-start: 8px;
      display: grid;
      gap: var(--_space-1);
      max-inline-size: calc(100% - 16px);
    }

    .reaction {
      position: static;
      display: flex;
      align-items: center;
      gap: 6px;
      inline-size: fit-content;
      max-inline-size: 100%;
      padding-block: 2px;
      padding-inline: 6px 10px;
      border-radius: 999px;
      background: var(--_color-shade);
      animation: none;
    }

    .reaction:nth-last-child(n + 5) {
      display: none;
    }

    .glyph {
      font-size: 20px;
      filter: none;
    }

    .name {
      padding: 0;
      background: none;
    }
  }

  @media (forced-colors: active) {
    .name {
      border: 1px solid CanvasText;
      background: Canvas;
      color: CanvasText;
    }
  }
`;
