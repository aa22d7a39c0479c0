/** The `lang` of the nearest ancestor that has one, through shadow roots. */
export function closestLang(element: Element): string | null {
  const ancestor = element.parentElement?.closest('[lang]');
  if (ancestor) return ancestor.getAttribute('lang');
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? (root.host.getAttribute('lang') ?? closestLang(root.host)) : null;
}

/** Words that are in the code, not in a file, in the first language wished for that there is (BCP 47 tags, best first). */
export function inLanguage<Words>(all: { readonly en: Words } & Readonly<Record<string, Words>>, wishes: readonly (string | null)[]): Words {
  const languages = wishes.map((wish) => wish?.toLowerCase().split('-')[0] ?? '');
  return all[languages.find((language) => Object.hasOwn(all, language)) ?? 'en']!;
}
