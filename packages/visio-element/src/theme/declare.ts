import { unsafeCSS, type CSSResult } from 'lit';

/** Tokens by their names, with what they are unless a host says otherwise. `$name` stands for another token. */
export type Tokens = Readonly<Record<string, string>>;

/**
 * Declares each token as `--_name`: what the host says of `--visio-name`, on the element or around it, or else the default.
 * Nothing of ours is called `--visio-…`, and so nothing stands in the way of what a page inherits. Each ends with its
 * semicolon: what makes style sheets small takes away one that follows an expression.
 */
export function declare(tokens: Tokens): CSSResult {
  return unsafeCSS(Object.entries(tokens).map(([name, value]) => `--_${name}:var(--visio-${name},${value.replace(/\$([\w-]+)/g, 'var(--_$1)')});`).join(''));
}
