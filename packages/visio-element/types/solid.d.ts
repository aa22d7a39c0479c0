// `<visio-meeting>` and `<visio-call-button>` in JSX of Solid, which hears events named `on:visio-…`.
import type { JSX } from 'solid-js';
import type { VisioElements } from './elements.js';
import type { Element, Listeners, Props } from './props.js';

type Forced<Values> = { [Name in keyof Values as `prop:${string & Name}`]?: Values[Name] };

type Elements = {
  [Tag in keyof VisioElements]: Props<Tag> & Forced<Props<Tag>> & Listeners<Tag, 'on:'> & Omit<JSX.HTMLAttributes<Element<Tag>>, keyof Props<Tag>>;
};

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
