// `<visio-meeting>` and `<visio-call-button>` in JSX of React 19, which sets properties and hears events named `onvisio-…`.
// Components, for React 18 too, are in visio-react.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { VisioElements } from './elements.js';
import type { Element, Listeners, Props } from './props.js';

type Elements = {
  [Tag in keyof VisioElements]: Props<Tag> & Listeners<Tag, 'on'> & Omit<DetailedHTMLProps<HTMLAttributes<Element<Tag>>, Element<Tag>>, keyof Props<Tag>>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
