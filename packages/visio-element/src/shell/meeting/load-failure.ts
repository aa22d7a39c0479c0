import { html } from 'lit';
import { inLanguage } from '../../base/closest-lang.js';

const FAILURE = {
  en: ['The meeting could not be loaded. Check your network.', 'Try again'],
  fr: ['La réunion n’a pas pu être chargée. Vérifiez votre réseau.', 'Réessayer'],
  de: ['Die Besprechung konnte nicht geladen werden. Prüfen Sie Ihr Netzwerk.', 'Erneut versuchen'],
  nl: ['De vergadering kon niet worden geladen. Controleer uw netwerk.', 'Opnieuw proberen'],
} as const;

/** The one text that cannot come from a file: it is shown when files cannot be had. */
export function loadFailure(languages: readonly (string | null)[], tryAgain: () => void) {
  const [failure, again] = inLanguage(FAILURE, languages);
  return html`<div class="failure" role="alert">
    <p>${failure}</p>
    <button type="button" @click=${tryAgain}>${again}</button>
  </div>`;
}
