import { css } from 'lit';

export const chatStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: 0;
  }

  .messages {
    position: relative;
    display: flex;
    flex: 1;
    min-block-size: 0;
  }

  .scroller {
    flex: 1;
    padding-block-end: 12px;
    overflow-x: hidden;
    overflow-y: auto;
    /* What is seen is held in its place here, and not by the browser. */
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-color: var(--visio-color-line-strong) transparent;
    scrollbar-width: thin;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

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

  .drop {
    position: absolute;
    inset: 8px;
    display: grid;
    place-items: center;
    padding: 16px;
    border: 2px dashed var(--visio-color-accent-text);
    border-radius: var(--visio-radius);
    background: var(--visio-color-raised);
    font-weight: 600;
    opacity: 0.95;
    pointer-events: none;
    text-align: center;
  }

  .problem {
    color: var(--visio-color-danger-text);
    font-size: var(--visio-text-s);
  }

  .problem:not(:empty) {
    padding: 0 4px 8px;
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

  .empty {
    position: absolute;
    inset: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 6px;
    padding: 24px;
    color: var(--visio-color-text-quiet);
    font-size: var(--visio-text-s);
    pointer-events: none;
    text-align: center;
    text-wrap: balance;
  }

  .empty .icon {
    inline-size: 36px;
    block-size: 36px;
    margin-block-end: 6px;
    stroke-width: 1.4;
  }

  .empty .title {
    color: var(--visio-color-text);
    font-size: var(--visio-text-m);
    font-weight: 600;
  }

  .jump {
    position: absolute;
    inset-block-end: 8px;
    inset-inline: 0;
    inline-size: fit-content;
    max-inline-size: calc(100% - 32px);
    margin-inline: auto;
    min-block-size: 40px;
    padding: 4px 16px 4px 10px;
    border-color: var(--visio-color-line);
    border-radius: 999px;
    box-shadow: var(--visio-shadow);
    font-size: var(--visio-text-s);
    animation: rise var(--visio-duration) ease-out;
  }

  .jump:not(.primary) {
    background: var(--visio-color-raised);
  }

  .jump .icon {
    inline-size: 18px;
    block-size: 18px;
    rotate: 180deg;
  }

  @keyframes rise {
    from {
      opacity: 0;
      translate: 0 8px;
    }
  }

  .composer {
    flex: none;
    padding: 8px 8px 4px;
    border-block-start: 1px solid var(--visio-color-line);
  }

  .field {
    display: flex;
    align-items: flex-end;
    gap: 8px;
  }

  textarea {
    flex: 1;
    min-inline-size: 0;
    min-block-size: 44px;
    max-block-size: min(9.5em, 30cqb);
    margin: 0;
    padding: 10px 12px;
    border: 1px solid var(--visio-color-line-strong);
    border-radius: calc(var(--visio-radius) - 2px);
    background: var(--visio-color-field);
    color: inherit;
    font: inherit;
    line-height: 1.4;
    resize: none;
  }

  textarea::placeholder {
    color: var(--visio-color-text-quiet);
    opacity: 1;
  }

  textarea:focus-visible {
    border-color: transparent;
    outline-offset: -1px;
  }

  .foot {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-block-size: 36px;
    padding-inline-start: 4px;
    color: var(--visio-color-text-quiet);
    font-size: calc(var(--visio-font-size) * 0.75);
  }

  .few {
    color: var(--visio-color-warning-text);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .save {
    min-block-size: 36px;
    background: none;
    color: var(--visio-color-text-quiet);
  }

  .save .icon {
    inline-size: 18px;
    block-size: 18px;
  }

  @media (forced-colors: active) {
    .bubble {
      border-color: CanvasText;
    }
  }
`;
