/**
 * The names whose value is true, for a `class` attribute. As Lit's directive of this name, which takes care of classes
 * that others put on an element besides: nobody does so inside ours.
 */
export function classMap(classes: Readonly<Record<string, unknown>>): string {
  return Object.keys(classes)
    .filter((name) => classes[name])
    .join(' ');
}
