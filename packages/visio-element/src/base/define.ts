/** Registers an element unless its name is taken: two copies of the package on one page must not break it. */
export function define(name: `visio-${string}`, element: CustomElementConstructor): void {
  // On a server there is no registry, and nothing to register.
  if (!globalThis.customElements) return;
  if (!customElements.get(name)) customElements.define(name, element);
}
