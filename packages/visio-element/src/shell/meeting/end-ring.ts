/** What is fetched while one looks at the lobby or joins, so that it is there when the network goes. */
import '../../features/end/define.js';
import { END_ICONS } from '../../ui/icon/end-icons.js';
import { addIcons } from '../../ui/icon/icon.js';

addIcons(END_ICONS);
