/** What is fetched when the meeting's settings are opened, or someone is to be removed. */
import './define.js';
