/** What is fetched when the element meets the page: the core, the look, and the way in and out. */
import '../../features/end/define.js';
import '../../features/lobby/define.js';

export { chooseLanguage, loadTranslator } from 'visio-core/i18n';
export { themeStyles } from '../../theme/theme.styles.js';
export { createViewState } from './view-state.js';
export { createOwnMeeting, tellMeeting, tellView } from './attributes.js';
