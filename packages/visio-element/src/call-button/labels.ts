import { inLanguage } from '../base/closest-lang.js';

/**
 * What the button says before anything else is fetched: it must not be empty, nor change its width when its words come.
 * All other words are in the core's locales.
 */
const LABELS = {
  en: { call: 'Call', join: 'Join the call', start: 'Start a call', link: 'Create a meeting link', failed: 'Not loaded. Check your network.' },
  fr: { call: 'Appeler', join: 'Rejoindre l’appel', start: 'Lancer un appel', link: 'Créer un lien de réunion', failed: 'Échec du chargement. Vérifiez votre réseau.' },
  de: { call: 'Anrufen', join: 'Am Anruf teilnehmen', start: 'Anruf starten', link: 'Besprechungslink erstellen', failed: 'Nicht geladen. Prüfen Sie Ihr Netzwerk.' },
  nl: { call: 'Bellen', join: 'Deelnemen aan gesprek', start: 'Gesprek starten', link: 'Vergaderlink maken', failed: 'Niet geladen. Controleer uw netwerk.' },
};

export type LabelKind = keyof (typeof LABELS)['en'];

/** In the first language wished for that there is (BCP 47 tags, best first), or English. */
export function label(kind: LabelKind, wishes: readonly (string | null)[]): string {
  return inLanguage(LABELS, wishes)[kind];
}
