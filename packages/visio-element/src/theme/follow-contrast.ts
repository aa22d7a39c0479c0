/** Raises the contrast of an element's colours where it, or the system, asks for that. Without it they are as for everyone. */
export function followContrast({ theme, shadowRoot }: HTMLElement & { readonly theme: string }): void {
  if (theme !== 'high-contrast' && !matchMedia('(prefers-contrast: more)').matches) return;
  import('./raise-contrast.js').then(({ raiseContrast }) => raiseContrast(shadowRoot!), () => undefined);
}
