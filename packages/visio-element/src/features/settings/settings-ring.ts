/** What is fetched when the settings are first opened. */
import './define.js';
