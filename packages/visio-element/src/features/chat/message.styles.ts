import { css } from 'lit';

export const messageStyles = css`
  .row {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    /* No margins: heights add up. */
    padding: 2px var(--_space-4);
  }

  .start {
    padding-block-start: var(--_space-3);
  }

  .own {
    align-items: flex-end;
  }

  .sender {
    display: flex;
    align-items: baseline;
    gap: var(--_space-2);
    max-inline-size: 100%;
    padding-block-end: var(--_space-1);
    font-size: var(--_text-s);
  }

  .sender bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: var(--_weight-strong);
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time,
  .note {
    flex: none;
    color: var(--_color-text-quiet);
    font-size: var(--_text-xs);
    font-variant-numeric: tabular-nums;
  }

  .bubble {
    max-inline-size: min(100%, 34em);
    padding: 7px var(--_space-3);
    border: 1px solid transparent;
    border-radius: 4px var(--_bubble-radius) var(--_bubble-radius) 4px;
    background: var(--_bubble-background);
    cursor: text;
    line-height: 1.4;
    overflow-wrap: anywhere;
    tab-size: 4;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
    user-select: text;
    transition: opacity var(--_time);
  }

  .start .bubble {
    border-start-start-radius: var(--_bubble-radius);
  }

  .own .bubble {
    border-radius: var(--_bubble-radius) 4px 4px var(--_bubble-radius);
    background: var(--_bubble-own-background);
    color: var(--_bubble-own-color);
  }

  .own.start .bubble {
    border-start-end-radius: var(--_bubble-radius);
  }

  .bubble.sending {
    opacity: 0.75;
  }

  .bubble.failed {
    border-color: var(--_color-danger-text);
    background: var(--_color-danger-soft);
    color: var(--_color-text);
  }

  a {
    color: var(--_color-accent-text);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }

  .own .bubble:not(.failed) a {
    color: inherit;
  }

  .own .bubble:not(.failed) a:focus-visible {
    outline-color: currentColor;
  }

  .note {
    padding-block-start: 2px;
  }

  .file {
    max-inline-size: min(100%, 20em);
    padding-block-start: 2px;
  }

  .picture {
    display: block;
    overflow: hidden;
    border: 1px solid var(--_color-line);
    border-radius: 12px;
    background: var(--_color-control);
  }

  /* As high as ever, so that nothing moves when it comes. */
  .picture img {
    display: block;
    inline-size: auto;
    min-inline-size: 96px;
    max-inline-size: 100%;
    block-size: 168px;
    object-fit: contain;
  }

  .paper {
    display: flex;
    align-items: center;
    gap: 10px;
    min-block-size: 52px;
    padding-block: var(--_space-2);
    padding-inline: 10px 14px;
    border: 1px solid var(--_color-line-strong);
    border-radius: 12px;
    background: var(--_color-raised);
    color: var(--_color-text);
    text-decoration: none;
  }

  a.paper:hover {
    background: var(--_color-control);
  }

  .own .bubble:not(.failed) + .file .paper,
  a.paper {
    color: var(--_color-text);
  }

  .about {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }

  .about bdi {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }

  a.paper bdi {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }

  .size {
    color: var(--_color-text-quiet);
    font-size: var(--_text-xs);
  }

  .progress {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    padding-block-start: 2px;
  }

  progress {
    flex: 1;
    min-inline-size: 80px;
    block-size: 6px;
    accent-color: var(--_color-accent-line);
  }

  .small {
    min-inline-size: 32px;
    min-block-size: 32px;
    padding: var(--_space-1);
    background: none;
  }

  /* Said only of what takes long. */
  .late {
    animation: late 0.2s 1.2s backwards;
  }

  @keyframes late {
    from {
      opacity: 0;
    }
  }

  .bad {
    display: flex;
    align-items: center;
    gap: var(--_space-1);
    color: var(--_color-danger-text);
    font-weight: var(--_weight-strong);
  }

  .bad .button {
    min-block-size: 32px;
    padding: 2px var(--_space-2);
    font-size: inherit;
  }

  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText;
    }
  }
`;
