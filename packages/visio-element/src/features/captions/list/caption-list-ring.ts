/** What is fetched when everything that was said is first to be seen. */
import './define.js';
