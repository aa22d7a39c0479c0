/** The `lang` of the nearest ancestor that has one, through shadow roots. */
export function closestLang(element: Element): string | null {
  const ancestor = element.parentElement?.closest('[lang]');
  if (ancestor) return ancestor.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? (root.host.getAttribute('lang') ?? closestLang(root.host)) : null;
}
