import type { CSSResultGroup, CSSResultOrNative, LitElement } from 'lit';
import { callTokens } from '../../theme/call-tokens.js';
import { themeStyles } from '../../theme/theme.styles.js';

type AnyWindow = Window & typeof globalThis;

/** Of each document, our style sheets made anew: browsers let no document use another's. */
const rebuilt = new WeakMap<Document, Map<CSSResultOrNative, CSSStyleSheet>>();

/** Gives `root`, a document or a shadow root in any window, these styles. A strict policy lets in no others. */
export function dress(root: Document | ShadowRoot, styles: readonly CSSResultOrNative[]): void {
  // A document has none. It may be of another window, whose `Document` is not ours.
  const doc = root.ownerDocument ?? (root as Document);
  const sheets = rebuilt.get(doc) ?? new Map<CSSResultOrNative, CSSStyleSheet>();
  rebuilt.set(doc, sheets);
  root.adoptedStyleSheets = styles.map((style) => {
    let sheet = sheets.get(style);
    if (!sheet) {
      sheet = new (doc.defaultView as AnyWindow).CSSStyleSheet();
      sheet.replaceSync('cssText' in style ? style.cssText : [...style.cssRules].map((rule) => rule.cssText).join('\n'));
      sheets.set(style, sheet);
    }
    return sheet;
  });
}

interface DressedClass {
  // What a mixin takes has to be this.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  new (...args: any[]): LitElement;
  styles?: CSSResultGroup;
  elementStyles: CSSResultOrNative[];
}

/**
 * An element that may live in a window that its page opened. It is made by the page, where its class is known, and takes
 * its styles from the window in which it is.
 */
export function inAnyWindow<Base extends DressedClass>(base: Base): Base {
  return class extends base {
    // Those of `base` are given by `dress`.
    static override styles: CSSResultGroup = [];

    protected override createRenderRoot(): HTMLElement | DocumentFragment {
      const root = super.createRenderRoot();
      dress(root as ShadowRoot, base.elementStyles);
      return root;
    }
  };
}

/** What the theme and the call declare. */
const TOKENS = new Set((themeStyles.cssText + callTokens.cssText).match(/--_[\w-]+(?=:)/g));

/** Lets `to`, in another window, look as `from` does in its page: with the host's colours and type, light or dark. */
export function copyLook(from: Element, to: HTMLElement): void {
  const look = getComputedStyle(from);
  for (const token of TOKENS) to.style.setProperty(token, look.getPropertyValue(token));
  to.style.setProperty('color-scheme', look.colorScheme);
  // What a page's own type is measured by.
  to.style.setProperty('font-size', getComputedStyle(from.ownerDocument.documentElement).fontSize);
}
