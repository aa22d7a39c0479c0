/** Which language an element speaks, and its words: as its attributes, what is around it, the browser and the host say. */
import { chooseLanguage, loadTranslator, type HostLanguages, type Texts, type Translator } from 'visio-core/i18n';
import { closestLang } from '../../base/closest-lang.js';
import { VisioErrorEvent } from '../../base/events.js';
import type { VisioMeeting } from './meeting.js';
import { createViewState, type ViewState } from './view-state.js';

/** What words depend on. */
export interface Asked {
  readonly language: string;
  readonly texts: Partial<Texts>;
  readonly languages: HostLanguages;
}

/** Makes what an element looks at, with its first words. */
export async function openView(element: VisioMeeting): Promise<ViewState> {
  const asked = askedOf(element);
  const view = createViewState(await load(element, asked));
  view.asked = asked;
  return view;
}

/** Fetches other words if others are asked for. Until they have come, and if they cannot be had, those of before remain. */
export function tellLanguage(element: VisioMeeting, view: ViewState): void {
  const before = view.asked;
  const asked = askedOf(element);
  if (before?.language === asked.language && before.texts === asked.texts && before.languages === asked.languages) return;
  view.asked = asked;
  load(element, asked, view.translator.peek()).then(
    // Another may have been asked for meanwhile.
    (translator) => view.asked === asked && (view.translator.value = translator),
    () => view.asked === asked && (view.asked = before),
  );
}

/** Follows the language of what is around an element, and the browser's, until the returned function is called. */
export function followLanguage(element: VisioMeeting, view: ViewState): () => void {
  const look = () => {
    tellLanguage(element, view);
    // It draws its own `dir`.
    element.requestUpdate();
  };
  const observer = new MutationObserver(look);
  for (let root: Node | undefined = element.getRootNode(); root; root = root instanceof ShadowRoot ? root.host.getRootNode() : undefined) {
    observer.observe(root, { subtree: true, attributeFilter: ['lang', 'dir'] });
  }
  window.addEventListener('languagechange', look);
  return () => {
    observer.disconnect();
    window.removeEventListener('languagechange', look);
  };
}

function askedOf(element: VisioMeeting): Asked {
  const { lang, texts, languages } = element;
  return { language: chooseLanguage([lang, closestLang(element), ...navigator.languages], languages), texts, languages };
}

function load(element: VisioMeeting, { language, texts, languages }: Asked, like?: Translator): Promise<Translator> {
  return loadTranslator(language, { texts, languages, like, onTrouble: (error) => element.dispatchEvent(new VisioErrorEvent(error)) });
}
