/** What is fetched when the list of people is first opened. */
import './define.js';
