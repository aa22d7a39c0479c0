/** What is fetched when the element meets the page: the core, the look, and the way in. */
import '../../features/lobby/define.js';
import type { Translator } from 'visio-core/i18n';

export { themeStyles } from '../../theme/theme.styles.js';
export { announce } from './announce.js';
export { followLanguage, openView } from './language.js';
export { createOwnMeeting, tellMeeting, tellView } from './attributes.js';

/** Fetches what follows the lobby: the call's first words, and what shows when the meeting is over or could not be joined. */
export function loadNext(translator: Translator): Promise<unknown> {
  return Promise.all([import('./end-ring.js'), translator.loadNext()]);
}
