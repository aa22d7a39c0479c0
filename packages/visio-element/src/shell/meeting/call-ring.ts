/** What is fetched while the person is in the lobby: everything that a call shows at once. */
import { CALL_ICONS } from '../../ui/icon/call-icons.js';
import { addIcons } from '../../ui/icon/icon.js';
import '../call/define.js';

addIcons(CALL_ICONS);

export { features } from '../../features/index.js';
