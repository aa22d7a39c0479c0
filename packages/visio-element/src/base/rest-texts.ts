import type { Translator } from 'visio-core/i18n';
import type { VisioElement } from './visio-element.js';

const complete = new WeakSet<Translator>();

/**
 * Whether all words are there. If not they are fetched, and the element updates when they have come: for what shows only
 * now and then, in an element that is there from the start. Reads a signal; call it in `willUpdate` or `render`.
 */
export function hasRest(element: VisioElement): boolean {
  const translator = element.view.translator.value;
  if (complete.has(translator)) return true;
  translator.loadRest().then(
    () => {
      complete.add(translator);
      element.requestUpdate();
    },
    // Asked again with the next update.
    () => undefined,
  );
  return false;
}
