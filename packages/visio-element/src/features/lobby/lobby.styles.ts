import { css } from 'lit';

export const lobbyStyles = css`
  :host {
    display: block;
    block-size: 100%;
    overflow: auto;
    container-type: inline-size;
    background: var(--_color-surface);
  }

  .page {
    display: grid;
    align-content: center;
    justify-items: center;
    gap: var(--_space-6);
    min-block-size: 100%;
    padding: clamp(16px, 4cqmin, 40px);
  }

  .lobby {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0 clamp(32px, 5cqi, 72px);
    inline-size: 100%;
    max-inline-size: 480px;
  }

  .lobby:not(.with-devices) {
    max-inline-size: 400px;
  }

  .preview,
  .problems,
  .devices {
    inline-size: 100%;
    /* The button to join stays in sight where the box is low. */
    max-inline-size: max(260px, 62cqb * 16 / 9);
    justify-self: center;
  }

  /* Own devices */

  .preview {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    container-type: size;
    border-radius: var(--_radius-xl);
    overflow: clip;
    background: #1d2027;
    color: #fff;
    color-scheme: dark;
  }

  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    opacity: 0;
  }

  .mirrored video {
    scale: -1 1;
  }

  video.live {
    opacity: 1;
    transition: opacity calc(var(--_time) * 2);
  }

  /* No dark edge around the picture's corners. */
  .preview:has(.live) {
    background: none;
  }

  .placeholder {
    display: grid;
    justify-items: center;
    gap: clamp(4px, 5cqb, 16px);
    padding: 0 var(--_space-4) 64px;
    color: #d6dae1;
    font-size: var(--_text-s);
    text-align: center;
  }

  .avatar {
    display: grid;
    place-items: center;
    inline-size: clamp(40px, 28cqb, 104px);
    aspect-ratio: 1;
    border-radius: 50%;
    background: #3a404c;
    color: #fff;
    font-size: clamp(16px, 11cqb, 40px);
    font-weight: var(--_weight-strong);
    line-height: 1;
    letter-spacing: 0.02em;
  }

  .starting {
    animation: glow 1.2s ease-in-out infinite alternate;
  }

  @keyframes glow {
    to {
      background: #272b34;
    }
  }

  .controls {
    position: absolute;
    inset-block-end: 0;
    inset-inline: 0;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-3);
    padding: var(--_space-3);
    background: linear-gradient(transparent, rgb(8 9 12 / 0.55));
  }

  .controls .button {
    inline-size: 52px;
    min-block-size: 48px;
    padding: 0;
    border-radius: var(--_radius-l);
    --_color-focus: var(--_color-on-shade);
  }

  .controls .button:focus-visible {
    box-shadow: 0 0 0 6px rgb(8 9 12 / 0.8);
  }

  .controls [aria-busy='true'] .icon {
    animation: breathe 0.9s ease-in-out infinite alternate;
  }

  @keyframes breathe {
    to {
      opacity: 0.35;
    }
  }

  .meter {
    position: absolute;
    inset-inline-start: 12px;
    inset-block-end: 20px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 3px;
    inline-size: 40px;
    block-size: 32px;
    border-radius: var(--_radius-m);
    background: var(--_color-shade);
  }

  .meter span {
    inline-size: 4px;
    block-size: 18px;
    border-radius: 2px;
    background: #8fd6ad;
    /* Louder from the middle outwards. Three dots in silence would look like a menu. */
    scale: 1 clamp(var(--rest), var(--level, 0) * 1.6 - var(--from), 1);
    transition: scale var(--_time) linear;
    --from: 0.35;
    --rest: 0.3;
  }

  .meter span:nth-child(2) {
    --from: 0;
    --rest: 0.55;
  }

  .problem {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: var(--_space-1) var(--_space-3);
    margin-block-start: var(--_space-2);
    padding: 6px;
    padding-inline-start: 14px;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius);
    background: var(--_color-sunken);
    font-size: var(--_text-s);
    line-height: 1.4;
  }

  .problem > .icon {
    color: var(--_color-danger-text);
  }

  .problem p {
    padding-block: var(--_space-1);
  }

  .problem .button {
    padding-inline: var(--_space-3);
  }

  .devices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-3);
    min-inline-size: 0;
    margin: var(--_space-5) 0 0;
    padding: 0;
    border: 0;
  }

  /* Deciding */

  form {
    display: grid;
    gap: var(--_space-5);
    align-content: start;
    padding-block: var(--_space-5);
  }

  h2 {
    font-size: var(--_text-xl);
    font-weight: var(--_weight-title);
    letter-spacing: -0.015em;
    line-height: 1.2;
    text-wrap: balance;
  }

  .hint {
    margin-block-start: calc(-1 * var(--_space-3));
    color: var(--_color-text-quiet);
  }

  .field {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
    font-size: var(--_text-s);
    font-weight: var(--_weight-strong);
  }

  input,
  select {
    inline-size: 100%;
    min-block-size: 48px;
    padding: 10px 14px;
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_field-radius);
    background: var(--_color-field);
    font-size: var(--_text-m);
    font-weight: 400;
    text-overflow: ellipsis;
  }

  input::placeholder {
    color: var(--_color-text-quiet);
    opacity: 1;
  }

  input:focus-visible,
  select:focus-visible {
    border-color: var(--_color-focus);
    outline-offset: -1px;
  }

  /* No container of its own: Chromium 156 leaves such fields unpainted when one is added beside them. */
  .devices .field {
    gap: var(--_space-1);
    color: var(--_color-text-quiet);
  }

  .select {
    color: var(--_color-text);
  }

  select {
    border-color: var(--_color-line);
    font-size: var(--_text-s);
    transition: border-color var(--_time);
  }

  select:hover {
    border-color: var(--_color-line-strong);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .actions .button {
    min-block-size: 52px;
  }

  .actions .primary {
    flex: 1;
    font-size: var(--_font-size);
  }

  form > .plain {
    justify-self: start;
    margin: -10px -5px 0;
    padding-inline: var(--_space-1);
  }

  .actions .primary[aria-disabled='true'] {
    opacity: 0.85;
  }

  @container (width >= 440px) {
    .devices {
      grid-template-columns: repeat(auto-fit, minmax(calc(var(--_font-size) * 8.25), 1fr));
    }
  }

  @container (width < 440px) {
    .problem {
      grid-template-columns: auto minmax(0, 1fr);
      padding-inline-end: 14px;
    }

    .problem .icon {
      align-self: start;
      margin-block-start: var(--_space-1);
    }

    .problem > :last-child {
      grid-column: 2;
      justify-self: start;
      margin-inline-start: calc(-1 * var(--_space-3));
    }
  }

  /* Beside each other where there is room, and where there is little height. */
  @container (width >= 860px) or ((width >= 600px) and (height < 560px)) {
    .with-devices {
      grid-template: auto auto auto 1fr / minmax(0, 1.55fr) minmax(248px, 1fr);
      /* No wider than what a low box leaves of the picture. */
      max-inline-size: clamp(680px, 110cqb + 420px, 1120px);
    }

    .with-devices > * {
      grid-column: 1;
    }

    /* Beside the middle of the picture, and there it stays when something is told below the picture. */
    .with-devices :is(form, visio-waiting) {
      grid-area: 1 / 2 / span 4;
      padding-block: clamp(0px, min(14.5cqi - 95px, 31cqb - 118px), 86px) 0;
    }
  }

  /* Three beside each other in little room: the words need it. */
  @container (440px <= width < 860px) or (height < 560px) {
    .select .icon:first-of-type {
      display: none;
    }

    .select select {
      padding-inline-start: var(--_space-3);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .starting {
      animation: none;
    }
  }

  @media (forced-colors: active) {
    .preview,
    .meter {
      border: 1px solid CanvasText;
    }

    .meter span {
      background: CanvasText;
    }
  }
`;
