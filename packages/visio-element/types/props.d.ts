import type { VisioElements } from './elements.js';

/** An element of ours, by its tag. */
export type Element<Tag extends keyof VisioElements> = VisioElements[Tag]['element'];

/** Its attributes and properties; a template language sets what there is of either. */
export type Props<Tag extends keyof VisioElements> = {
  [Attribute in keyof VisioElements[Tag]['attributes']]?: Element<Tag>[VisioElements[Tag]['attributes'][Attribute] & keyof Element<Tag>] | undefined;
} & {
  [Property in VisioElements[Tag]['properties'] & keyof Element<Tag>]?: Element<Tag>[Property] | undefined;
};

/** Its listeners, with `Prefix` before the name of the event: `onvisio-joined`. */
export type Listeners<Tag extends keyof VisioElements, Prefix extends string> = {
  [Type in VisioElements[Tag]['events'] as `${Prefix}${Type}`]?: ((event: EventOf<Type>) => void) | undefined;
};

/** The same in camel case: `onVisioJoined`. */
export type CamelListeners<Tag extends keyof VisioElements> = {
  [Type in VisioElements[Tag]['events'] as `on${Pascal<Type>}`]?: ((event: EventOf<Type>) => void) | undefined;
};

type EventOf<Type> = Type extends keyof HTMLElementEventMap ? HTMLElementEventMap[Type] : never;

type Pascal<Text extends string> = Text extends `${infer First}-${infer Rest}` ? `${Capitalize<First>}${Pascal<Rest>}` : Capitalize<Text>;
