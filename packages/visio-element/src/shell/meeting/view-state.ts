import type { LayoutMode, Meeting } from 'visio-core';
import type { Translator } from 'visio-core/i18n';
import { computed, signal } from 'visio-core/reactive';
import type { Contribution } from '../../base/contribution.js';
import type { Asked } from './language.js';

/** What the element's attributes say to the elements inside it, and what is open in them. */
export function createViewState(translator: Translator, ours: readonly Contribution[] = []) {
  const features = signal(ours);
  const hostContributions = signal<readonly Contribution[]>([]);
  const controlWords = signal<string | null>(null);
  return {
    translator: signal(translator),
    controlWords,
    controls: computed(() => controlWords.value?.split(/\s+/) ?? null),
    /** Ours: they come with the call's code. */
    features,
    hostContributions,
    contributions: computed(() => [...features.value, ...hostContributions.value].sort((a, b) => orderOf(a) - orderOf(b))),
    /** What a meeting was told of the attribute `layout`. */
    told: { meeting: null as Meeting | null, layout: 'auto' as LayoutMode },
    /** What was asked of its words, as `language.ts` says. */
    asked: null as Asked | null,
    watching: signal(false),
    shortcuts: signal<unknown>('visio'),
    panel: signal<string | null>(null),
    dialog: signal<string | null>(null),
    popup: signal<string | null>(null),
  };
}

export type ViewState = ReturnType<typeof createViewState>;

function orderOf({ control }: Contribution): number {
  return control?.order ?? Infinity;
}
