import { drawIcon } from '../../ui/icon/icon.js';
import { SMALL_WINDOW } from './contribution.js';

export const smallWindowIcon = () => drawIcon(SMALL_WINDOW);

/** Back from the small window into the page. */
export const backIcon = () => drawIcon('M20 13v4a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2h5M20 5l-8 8M12 8v5h5');
