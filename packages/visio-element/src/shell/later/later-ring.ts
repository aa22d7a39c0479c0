/** What is fetched once the call is there, before anybody asks: what must work at any moment, and when the network is gone. */
import '../../features/shortcuts/define.js';
import '../notices/define.js';
import '../overlays/define.js';
export { keysOf } from '../../features/shortcuts/keys.js';
