/** What is fetched when the first menu opens, unless it came with what follows the call. */
import './define.js';
