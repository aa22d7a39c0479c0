/**
 * What is fetched once the call is there, before anybody asks: what must work at any moment, and when the network is gone;
 * and by which people change places.
 */
import '../../features/shortcuts/define.js';
import '../notices/define.js';
import '../overlays/define.js';
export { createLastSpeaker, createOrder } from '../stage/order.js';
export { keysOf } from '../../features/shortcuts/keys.js';
