/** What is fetched once the call is there, before anybody asks: what may be wanted at any moment. */
import '../../features/shortcuts/define.js';
import '../notices/define.js';
import '../overlays/define.js';
import '../popup/define.js';
export { keysOf } from '../../features/shortcuts/keys.js';
