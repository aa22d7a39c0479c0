// `<visio-meeting>` and `<visio-call-button>` in templates of Vue 3: `@visio-joined`, `:texts`.
import type { HTMLAttributes } from 'vue';
import type { VisioElements } from './elements.js';
import type { CamelListeners, Props } from './props.js';

type Elements = { [Tag in keyof VisioElements]: new () => { $props: Props<Tag> & CamelListeners<Tag> & Omit<HTMLAttributes, keyof Props<Tag>> } };

declare module 'vue' {
  interface GlobalComponents extends Elements {}
}
