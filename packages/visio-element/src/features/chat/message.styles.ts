import { css } from 'lit';

export const messageStyles = css`
  .row {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    /* No margins: heights add up. */
    padding: 2px 16px;
  }

  .start {
    padding-block-start: 12px;
  }

  .own {
    align-items: flex-end;
  }

  .sender {
    display: flex;
    align-items: baseline;
    gap: 8px;
    max-inline-size: 100%;
    padding-block-end: 4px;
    font-size: var(--visio-text-s);
  }

  .sender bdi {
    min-inline-size: 0;
    overflow: hidden;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  time,
  .note {
    flex: none;
    color: var(--visio-color-text-quiet);
    font-size: calc(var(--visio-font-size) * 0.75);
    font-variant-numeric: tabular-nums;
  }

  .bubble {
    max-inline-size: min(100%, 34em);
    padding: 7px 12px;
    border: 1px solid transparent;
    border-radius: 4px 14px 14px 4px;
    background: var(--visio-color-control);
    cursor: text;
    line-height: 1.4;
    overflow-wrap: anywhere;
    tab-size: 4;
    unicode-bidi: plaintext;
    white-space: pre-wrap;
    user-select: text;
    transition: opacity var(--visio-duration);
  }

  .start .bubble {
    border-start-start-radius: 14px;
  }

  .own .bubble {
    border-radius: 14px 4px 4px 14px;
    background: var(--visio-color-accent);
    color: var(--visio-color-on-accent);
  }

  .own.start .bubble {
    border-start-end-radius: 14px;
  }

  .bubble.sending {
    opacity: 0.75;
  }

  .bubble.failed {
    border-color: var(--visio-color-danger-text);
    background: var(--visio-color-danger-soft);
    color: var(--visio-color-text);
  }

  a {
    color: var(--visio-color-accent-text);
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
    border: 1px solid var(--visio-color-line);
    border-radius: 12px;
    background: var(--visio-color-control);
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
    padding: 8px 14px 8px 10px;
    border: 1px solid var(--visio-color-line-strong);
    border-radius: 12px;
    background: var(--visio-color-raised);
    color: var(--visio-color-text);
    text-decoration: none;
  }

  a.paper:hover {
    background: var(--visio-color-control);
  }

  .own .bubble:not(.failed) + .file .paper,
  a.paper {
    color: var(--visio-color-text);
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
    color: var(--visio-color-text-quiet);
    font-size: calc(var(--visio-font-size) * 0.75);
  }

  .progress {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block-start: 2px;
  }

  progress {
    flex: 1;
    min-inline-size: 80px;
    block-size: 6px;
    accent-color: var(--visio-color-accent);
  }

  .small {
    min-inline-size: 32px;
    min-block-size: 32px;
    padding: 4px;
    background: none;
  }

  .small .icon {
    inline-size: 16px;
    block-size: 16px;
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
    gap: 4px;
    color: var(--visio-color-danger-text);
    font-weight: 600;
  }

  .bad .icon {
    inline-size: 16px;
    block-size: 16px;
  }

  .bad .button {
    min-block-size: 32px;
    padding: 2px 8px;
    font-size: inherit;
  }

  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText;
    }
  }
`;
