import { html } from 'lit';

/** An icon from its line; apart from `ui/icon`, which has the paths of a whole call. */
export const line = (path: string) => html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;

export const CAMERA = 'M5.5 6.5h7A2.5 2.5 0 0 1 15 9v6a2.5 2.5 0 0 1-2.5 2.5h-7A2.5 2.5 0 0 1 3 15V9a2.5 2.5 0 0 1 2.5-2.5zM15 11l4.6-2.9a.9.9 0 0 1 1.4.8v6.2a.9.9 0 0 1-1.4.8L15 13';
export const PHONE = 'M6.5 3.5h2a1.2 1.2 0 0 1 1.2 1l.6 3a1.2 1.2 0 0 1-.6 1.3l-1.6 1a12 12 0 0 0 6.1 6.1l1-1.6a1.2 1.2 0 0 1 1.3-.6l3 .6a1.2 1.2 0 0 1 1 1.2v2a2 2 0 0 1-2 2C11 19.5 4.5 13 4.5 5.5a2 2 0 0 1 2-2z';
export const LINK = 'M10 14a4 4 0 0 0 6 .4l3-3A4 4 0 0 0 13.3 5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3A4 4 0 0 0 10.7 18.3L12 17';
