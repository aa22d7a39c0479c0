import type { Translator } from 'visio-core/i18n';
import { signal } from 'visio-core/reactive';
import type { Control, Layout } from '../../base/visio-element.js';

/** What the element's attributes say to the elements inside it. */
export function createViewState(translator: Translator) {
  return {
    translator: signal(translator),
    controls: signal<ReadonlySet<Control> | null>(null),
    layout: signal<Layout>('auto'),
    watching: signal(false),
    panel: signal<string | null>(null),
  };
}

export type ViewState = ReturnType<typeof createViewState>;
