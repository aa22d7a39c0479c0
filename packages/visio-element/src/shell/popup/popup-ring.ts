/** What is fetched when the first menu opens. */
import './define.js';
