// `<visio-meeting>` and `<visio-call-button>` in JSX of Preact, which hears events named `onvisio-…`.
import type { HTMLAttributes } from 'preact';
import type { VisioElements } from './elements.js';
import type { Element, Listeners, Props } from './props.js';

type Elements = { [Tag in keyof VisioElements]: Props<Tag> & Listeners<Tag, 'on'> & Omit<HTMLAttributes<Element<Tag>>, keyof Props<Tag>> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
