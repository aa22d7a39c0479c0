/** What is fetched while the person is in the lobby: everything that a call shows at once. */
import '../call/define.js';

export { features } from '../../features/index.js';
