/** What is fetched when someone has to wait to be let in. */
import './define.js';
