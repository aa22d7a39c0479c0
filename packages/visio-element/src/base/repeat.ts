import { noChange } from 'lit';
import { directive, type ChildPart, type Directive, type PartInfo } from 'lit/directive.js';
import { getCommittedValue } from 'lit/directive-helpers.js';
import { repeat as litRepeat } from 'lit/directives/repeat.js';

interface RepeatDirective extends Directive {
  render(...args: unknown[]): unknown;
  update(part: ChildPart, args: unknown[]): unknown;
}

/** Lit gives the class of its directive to nobody, but each use of it carries it. */
const { _$litDirective$: Repeat } = litRepeat([], () => noChange) as { readonly _$litDirective$: unknown } as {
  readonly _$litDirective$: new (part: PartInfo) => RepeatDirective;
};

class TidyRepeat extends Repeat {
  override update(part: ChildPart, args: unknown[]): unknown {
    const committed = getCommittedValue(part);
    // Lit takes out of its list what it moves.
    const before = Array.isArray(committed) ? ([...committed] as ChildPart[]) : [];
    const result = super.update(part, args);
    if (before.length > 0) {
      const now = new Set(getCommittedValue(part) as readonly ChildPart[]);
      for (const item of before) if (!now.has(item)) (item.endNode as Comment | null)?.remove();
    }
    return result;
  }
}

/**
 * Lit's `repeat`, but for the comment that Lit 3.3 leaves in the page for each item that goes
 * (https://github.com/lit/lit/issues/5298): a list that lives for hours would grow by thousands of them.
 */
export const repeat = directive(TidyRepeat) as typeof litRepeat;
