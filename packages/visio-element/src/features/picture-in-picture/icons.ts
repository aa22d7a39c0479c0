import { drawIcon } from '../../ui/icon/icon.js';
import { SMALL_WINDOW } from './contribution.js';

export const BACK = 'M20 13V17Q20 19 18 19H6Q4 19 4 17V7Q4 5 6 5H11M20 5L12 13M12 8V13H17';

export const smallWindowIcon = () => drawIcon(SMALL_WINDOW, 40);

/** Back from the small window into the page. */
export const backIcon = () => drawIcon(BACK);
