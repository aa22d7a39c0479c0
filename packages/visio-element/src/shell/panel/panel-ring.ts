/** What is fetched when the first side panel is opened. */
import './define.js';
