/** What is fetched when the page of the settings is first opened. */
import './define.js';
