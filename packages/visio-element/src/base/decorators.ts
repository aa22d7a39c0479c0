/**
 * Lit's decorators, as TypeScript's legacy decorators call them. Lit's own know both kinds of decorators, and that is
 * half a kilobyte in what a page loads first.
 */
import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** A property, and an attribute unless `attribute` is `false`, that renders the element when it changes. */
export function property(declaration?: PropertyDeclaration) {
  return (element: object, name: string): void => (element.constructor as typeof ReactiveElement).createProperty(name, declaration);
}

/** A property of the element's own, that renders it when it changes. */
export function state() {
  return property({ state: true, attribute: false });
}

/** The first element of one's own that matches, or `null`, looked for at each reading. */
export function query(selector: string) {
  return (element: object, name: string): void => {
    Object.defineProperty(element, name, {
      get(this: ReactiveElement) {
        return this.renderRoot?.querySelector(selector) ?? null;
      },
      configurable: true,
    });
  };
}
