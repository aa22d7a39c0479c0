// `<visio-meeting>` and `<visio-call-button>` in Svelte 4 and 5: `onvisio-joined={…}`, `on:visio-joined={…}`.
import type { HTMLAttributes } from 'svelte/elements';
import type { VisioElements } from './elements.js';
import type { Element, Listeners, Props } from './props.js';

type Elements = {
  [Tag in keyof VisioElements]: Props<Tag> & Listeners<Tag, 'on'> & Listeners<Tag, 'on:'> & Omit<HTMLAttributes<Element<Tag>>, keyof Props<Tag>>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Elements {}
}
