'use client';
import {
  createElement,
  forwardRef,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type PropsWithoutRef,
  type RefAttributes,
} from 'react';

/** The element's own properties, and what every HTML element has. */
export type ElementProps<Element extends HTMLElement, Names extends keyof Element> = {
  readonly [Name in Names]?: Element[Name] | undefined;
} & Omit<HTMLAttributes<Element>, Names>;

/** Listens to an event of an element. */
export type Listener<Type extends keyof HTMLElementEventMap> = ((event: HTMLElementEventMap[Type]) => void) | undefined;

/** React 18 minds layout effects on a server, where there is nothing to do. */
const useElementEffect = typeof document === 'undefined' ? () => undefined : useLayoutEffect;

/**
 * A custom element as a component for React 18 and 19: `properties` are set as properties, events of `types` call the
 * props `onVisio…`, and everything else is React's. A property whose prop is gone, or `undefined`, is what it was before. Naming
 * the class brings what registers it.
 */
export function componentOf<Element extends HTMLElement, Props>(
  _elementClass: abstract new () => Element,
  tagName: string,
  properties: readonly string[],
  types: readonly string[],
): ForwardRefExoticComponent<PropsWithoutRef<Props> & RefAttributes<Element>> {
  const listened = new Map(types.map((type) => [propOf(type), type]));

  const Component = forwardRef<Element, Readonly<Record<string, unknown>>>((props, ref) => {
    const element = useRef<Element>(null);
    const binding = useRef<Binding | null>(null);
    const own: Record<string, unknown> = {};
    const rest: Record<string, unknown> = { ref: element };
    for (const [name, value] of Object.entries(props)) {
      if (listened.has(name) || properties.includes(name)) own[name] = value;
      else rest[name === 'className' ? 'class' : name] = value;
    }

    useElementEffect(() => {
      binding.current ??= new Binding(element.current as HTMLElement);
      for (const name of properties) binding.current.set(name, own[name]);
      for (const [name, type] of listened) binding.current.listen(type, own[name] as EventHandler | undefined);
    });
    useImperativeHandle(ref, () => element.current as Element, []);
    return createElement(tagName, rest);
  });
  Component.displayName = propOf(tagName).slice('on'.length);
  return Component as unknown as ForwardRefExoticComponent<PropsWithoutRef<Props> & RefAttributes<Element>>;
}

type EventHandler = (event: Event) => void;

/** What a component has done to its element. */
class Binding {
  readonly #element: Record<string, unknown> & HTMLElement;
  /** The value set for each property, and what it was before. */
  readonly #set = new Map<string, { value: unknown; readonly before: unknown }>();
  readonly #handlers = new Map<string, EventHandler | undefined>();

  constructor(element: HTMLElement) {
    this.#element = element as Record<string, unknown> & HTMLElement;
  }

  set(name: string, value: unknown): void {
    const set = this.#set.get(name);
    if (set?.value === value) return;
    if (value === undefined) {
      this.#element[name] = set!.before;
      this.#set.delete(name);
      return;
    }
    if (set) set.value = value;
    else this.#set.set(name, { value, before: this.#element[name] });
    this.#element[name] = value;
  }

  /** Another function at each render costs no listener. */
  listen(type: string, handler: EventHandler | undefined): void {
    if (handler && !this.#handlers.has(type)) this.#element.addEventListener(type, (event) => this.#handlers.get(type)?.(event));
    if (handler || this.#handlers.has(type)) this.#handlers.set(type, handler);
  }
}

/** `visio-joined` → `onVisioJoined` */
function propOf(type: string): string {
  return `on${`-${type}`.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`;
}
