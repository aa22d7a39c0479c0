import { html } from 'lit';

/** An icon from its line, on a grid of 20; apart from `ui/icon`, which has the paths of a whole call. */
export const line = (path: string) => html`<svg class="icon" viewBox="0 0 20 20" width="1.25em" height="1.25em" aria-hidden="true"><path d=${path}></path></svg>`;

export const CAMERA = 'M4.75 5.25h5.5a2 2 0 0 1 2 2v5.5a2 2 0 0 1-2 2h-5.5a2 2 0 0 1-2-2v-5.5a2 2 0 0 1 2-2zM12.25 9.25l3.8-2.4q1.2-.6 1.2.9v4.5q0 1.5-1.2.9l-3.8-2.4';
export const PHONE = 'M5.25 2.75h2q.7 0 .9.8l.6 2.6q.1.6-.3 1l-1.5 1.3q1.4 2.9 4.5 4.5l1.4-1.5q.4-.4 1-.3l2.6.6q.8.2.8.9v2q0 2.6-2.6 2.6c-6.4-.5-11.4-5.5-11.9-11.9q0-2.6 2.5-2.6z';
export const LINK = 'M8.25 11.75c1.3 1.3 3.7 1.3 5 0l2.5-2.5c1.3-1.3 1.3-3.7 0-5s-3.7-1.3-5 0l-1 1M11.75 8.25c-1.3-1.3-3.7-1.3-5 0l-2.5 2.5c-1.3 1.3-1.3 3.7 0 5s3.7 1.3 5 0l1-1';
