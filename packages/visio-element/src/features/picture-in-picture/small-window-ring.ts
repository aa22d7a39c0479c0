/** What is fetched when the small window is first asked for. */
import './define.js';

export { toggle } from './toggle.js';
