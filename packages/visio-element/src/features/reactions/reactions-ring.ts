/** What is fetched when the reactions are first to be chosen from. */
import './define.js';
