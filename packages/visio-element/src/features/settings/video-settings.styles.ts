import { css } from 'lit';

export const videoSettingsStyles = css`
  .preview {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    border-radius: var(--_radius);
    background: #20242c;
    color: #eef0f4;
    overflow: hidden;
  }

  video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .mirrored video {
    scale: -1 1;
  }

  .preview p {
    display: grid;
    justify-items: center;
    gap: var(--_space-2);
    max-inline-size: 30ch;
    padding: var(--_space-3);
    text-align: center;
    text-wrap: balance;
  }

  .preview .spinner {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-end: 12px;
    inline-size: 22px;
    block-size: 22px;
  }

  .beside {
    display: grid;
    align-content: start;
    gap: var(--_space-3);
  }

  .backgrounds {
    margin-block-end: 6px;
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(88px, 1fr));
    gap: var(--_space-3);
  }

  .background {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr;
    gap: var(--_space-1);
    min-inline-size: 0;
    padding: 0;
    border: 0;
    background: none;
    cursor: pointer;
    font-size: var(--_text-s);
    line-height: 1.3;
    text-align: center;
  }

  .background input {
    position: absolute;
    opacity: 0;
  }

  .look {
    position: relative;
    display: grid;
    place-items: center;
    aspect-ratio: 16 / 9;
    border: 1px solid var(--_color-line);
    border-radius: var(--_radius-m);
    background: var(--_color-control);
    color: var(--_color-text-quiet);
    overflow: hidden;
  }

  .look > * {
    grid-area: 1 / 1;
  }

  canvas,
  img {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }

  .blur {
    inline-size: 100%;
    block-size: 100%;
    background:
      radial-gradient(circle at 22% 35%, #e3b98a 12%, transparent 13%), radial-gradient(circle at 78% 28%, #8fb3c9 16%, transparent 17%),
      linear-gradient(#b9c4b4 62%, #8d9a8c 62%);
    filter: blur(2px);
  }

  .blur.strong {
    filter: blur(7px);
  }

  .blur + .icon {
    color: #20242c;
    align-self: end;
  }

  .background:hover .look {
    border-color: var(--_color-line-strong);
  }

  .background:has(:checked) .look {
    outline: 3px solid var(--_color-accent-text);
    outline-offset: 1px;
  }

  .background:has(:checked) .label {
    font-weight: var(--_weight-title);
  }

  .background:has(:focus-visible) .label {
    outline: 2px solid var(--_color-focus);
    outline-offset: 1px;
    border-radius: 4px;
  }

  .label {
    overflow-wrap: anywhere;
  }

  .add .look {
    border-style: dashed;
    background: none;
  }

  .kept {
    position: relative;
    display: grid;
  }

  .remove {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: 4px;
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    padding: 0;
    border: 1px solid var(--_color-line);
    border-radius: 50%;
    background: var(--_color-surface);
    color: var(--_color-text);
    cursor: pointer;
  }

  .remove:hover {
    border-color: var(--_color-line-strong);
    color: var(--_color-danger-text);
  }

  .doom {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2);
    margin-block-start: var(--_space-3);
    padding: var(--_space-2) var(--_space-3);
    border: 1px solid var(--_color-line-strong);
    border-radius: var(--_radius-m);
  }

  .doom p {
    flex: 1 1 16ch;
    margin: 0;
    overflow-wrap: anywhere;
  }

  .look .spinner {
    inline-size: 22px;
    block-size: 22px;
  }

  @container (min-width: 520px) {
    .top {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: var(--_space-5);
    }
  }

  @media (forced-colors: active) {
    .background:has(:checked) .look {
      outline-color: Highlight;
    }
  }
`;
